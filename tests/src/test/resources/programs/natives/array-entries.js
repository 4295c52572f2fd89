function show(x){ return JSON.stringify(x, (k,v)=> v===undefined?"U":Object.is(v,-0)?"-0":v!==v?"NaN":v); }
function run(){
const out=[]; const p=(...x)=>out.push(show(x));
p(Array.isArray([]),Array.isArray({}),Array.isArray(new Proxy([],{})),Array.isArray(),Array.isArray("x"),Array.isArray(1),Array.isArray(new (class extends Array{})));
for (const mk of [()=>[],()=>[1],()=>[1,2],()=>[1,2,3],()=>[1,"a",{}],()=>[1.5,2.5,3],()=>[1,,3],()=>Object.freeze([1,2]),()=>{const a=[1,2,3];a.x=1;return a;},()=>Array.from({length:600},(_, i)=>i),()=>new Array(5),()=>new Array(5000), ()=>{const a=[1,2,3]; Object.defineProperty(a,1,{get(){return 9}, configurable:true}); return a;}, ()=>({length:2,0:"p",1:"q"}), ()=>Object.preventExtensions([1,2,3]), ()=>Object.seal([3,4]), ()=>new (class X extends Array{})(1,2,3), ()=>[[1],[2]], ()=>[true,null,undefined,NaN,-0,0,"s",5]]) {
  const A=Array.prototype;
  const t=(f)=>{ try { const a=mk(); const r=f(a); p(r,a.length,Array.from(a).slice(0,12), Object.keys(a).length, r&&r.constructor&&r.constructor.name); } catch(e) { p(e.name); } };
  t(a=>A.shift.call(a)); t(a=>{A.shift.call(a);A.shift.call(a);return A.shift.call(a)}); t(a=>A.reverse.call(a)); t(a=>A.fill.call(a,7)); t(a=>A.fill.call(a,"z")); t(a=>A.fill.call(a,1.5)); t(a=>A.fill.call(a,7,1)); t(a=>A.fill.call(a));
  for (const [x,y] of [[],[0],[1],[-1],[0,2],[1,2],[-2,-1],[5,9],[2,1],[1,undefined],[0,100],[-100,1],[1.5,3]]) t(a=>A.slice.call(a,...(y===undefined&&x===undefined?[]:y===undefined?[x]:[x,y])));
  t(a=>A.slice.call(a));
  for (const v of [1,2,3,"a","s",NaN,0,-0,1.5,undefined,null,true,{},5,"5"]) t(a=>[A.indexOf.call(a,v),A.includes.call(a,v),A.indexOf.call(a,v,1),A.includes.call(a,v,-1)]);
  t(a=>{const r=A.slice.call(a,0,2); r.push(9); r.push("x"); return r;});
}
const strs=["alpha","be"+"ta","gamma\u1234","de"+String(1),"x".repeat(40)]; const r="a".concat("lp","ha");
for (const v of ["alpha",r,"beta","gamma\u1234","de1","x".repeat(40),"x".repeat(20)+"x".repeat(20),"nope",""]) p(strs.indexOf(v),strs.includes(v));
p([1,2.5,3].indexOf(3),[1,"q",2.5,3].indexOf(3),[1n].includes(1n),["a",3.0].includes(3));
p([1.5,2,3].indexOf(2),[0.1,0.2].includes(0.2));
const big=[]; for(let i=0;i<30;i++) big.push(i); for (let n=0;n<20;n++) p(big.slice(n,n+n), big.slice(0,n).map(x=>x*2), big.slice(n).filter(x=>x&1));
const dbl=[]; for(let i=0;i<20;i++) dbl.push(i+0.5); for (let n=1;n<16;n++) { const q=dbl.slice(0,n); q.push(1); q.push("s"); p(q); }
const q=[]; let s=0; for(let i=0;i<1500;i++){q.push(i); q.push({i}); if(i%3) s+= typeof q.shift(); } p(q.length,s.length); while(q.length) { const v=q.shift(); s = typeof v; } p(q,q.shift());
return out.join("\n");
}
let first=run(); for (let i = 0; i < 12; i++) if (run()!==first) throw new Error("changed "+i);
// Thousands of results: a hash of each dozen tells where they differ.
const sep = first.includes("\n") ? "\n" : "|";
const all = first.split(sep);
for (let i = 0; i < all.length; i += 12) {
  let hash = 0;
  for (const c of all.slice(i, i + 12).join(sep)) hash = (hash * 31 + c.codePointAt(0)) | 0;
  console.log(i, hash >>> 0);
}
// species and prototypes changed
Array.prototype[1]="proto"; console.log(show([1,,3].shift()), show([,2].reverse()), show([5,6].slice(0)), show([,].fill(3)), [,,].includes("proto")); delete Array.prototype[1];
class S { constructor(n){this.n=n;} } const a2=[1,2,3]; a2.constructor={[Symbol.species]:S}; console.log(a2.slice(0,2) instanceof S, a2.map(x=>x) instanceof S);
Object.defineProperty(Array, Symbol.species, {get(){return S}}); console.log([1,2,3].slice(0,2) instanceof S, [1,2].map(x=>x) instanceof S, [1].filter(x=>x) instanceof S);
Object.defineProperty(Array, Symbol.species, {get(){return undefined}}); console.log([1,2,3].slice(0,2) instanceof Array);
Array.prototype.constructor = function Q(){}; console.log([1,2,3].slice(0,2).length, [4].map(x=>x+1)[0]);
