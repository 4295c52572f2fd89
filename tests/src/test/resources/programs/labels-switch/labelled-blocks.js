function g(x,n){ out: { if(n){ x=1; for(;n>3;) n--; for(;;){break} } else { if (x) { break out; } x = 9; } for (;x<5;) x++; } return x; }
console.log(g(1,5), g(0,0), g(1,0));
function h(a){ out: { a++; for(;a<3;)a++; } return a }
console.log(h(0));
a: b: for (let i=0;i<3;i++) { for (const j of [1,2]) { if (j==2) continue a; if(i==2) break b; console.log(i,j); } }
c: { d: { for(;;) { break d } console.log('no') } console.log('d'); while(1) { break c } }
e: { for (const k in {x:1}) { if (k) break e; } console.log('never'); for (let q=0;q<1;q++); }
f: for (var z in {p:1,q:2}) { switch (z) { case 'p': continue f; default: break f } }
w: switch(1) { case 1: for(;;) break w; }
t: try { for (;;) break t; } finally { console.log('fin') }
dd: do { for(;;) { continue dd } } while (z++ < 2);
console.log('end');
