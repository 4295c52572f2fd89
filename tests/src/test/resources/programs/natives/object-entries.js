function run(){ const out=[];
class A{} class B extends A{} class C{ static [Symbol.hasInstance](x){ return x===5; } }
function F(){} const bf=F.bind(null); const arrow=()=>1;
const vs=[new A,new B,new F,{},[],5,null,undefined,"s",Object.create(null),Object.create(new B),new Proxy(new B,{}),A,F];
for (const v of vs) { const r=[]; for (const T of [A,B,C,F,bf,Object,Array,Function]) r.push(v instanceof T?1:0); try { v instanceof arrow; r.push("ok") } catch(e){ r.push(e.name) } out.push(r.join("")); }
const o={}; out.push(o instanceof F); Object.setPrototypeOf(o,F.prototype); out.push(o instanceof F);
const p={}; const q=Object.create(p); out.push(q instanceof F); Object.setPrototypeOf(p,F.prototype); out.push(q instanceof F); Object.setPrototypeOf(p,null); out.push(q instanceof F);
const old=new F; F.prototype={}; out.push(old instanceof F, new F instanceof F);
function G(a,b,c){ return [this&&this.t,a,b,c,arguments.length].join(); }
const g1=G.bind({t:1}), g2=G.bind({t:2},"x"), g3=g2.bind(null,"y"), g4=G.bind(null,1,2,3,4,5,6,7,8,9);
for (const g of [g1,g2,g3,g4]) out.push(g(),g(1),g(1,2),g(1,2,3,4),g.call(7,8),g.apply(null,[1,2]));
class K{constructor(a,b){this.s=a+b}} const bk=K.bind(null,1); out.push(new bk(2).s, new bk(3) instanceof K); try { bk() } catch(e){ out.push(e.name) }
out.push(Math.max(1,2,3),Math.max(1,2.5,-3,0),Math.min(0,-0,5)===0&&1/Math.min(0,-0,5),Math.max(NaN,1,2),Math.max(1,"7",3),Math.min(),Math.max(-0,0,-0)===0&&1/Math.max(-0,0,-0));
const d={}; for (const k of ["a","b","a","c","toString","__proto__x","1","-1","01","a"+"b"]) { d[k]=(d[k]||0)+1; out.push(k in d, d.hasOwnProperty(k), Object.hasOwn(d,k), (k+"q") in d, d.hasOwnProperty(k+"q")); } out.push(JSON.stringify(d), "toString" in {}, ({}).hasOwnProperty("toString"), [].hasOwnProperty("length"), "abc".hasOwnProperty("length"),"abc".hasOwnProperty(1), [1,,2].hasOwnProperty(1), "push" in []);
const acc={get z(){return 1}}; out.push("z" in acc, acc.hasOwnProperty("z"), Object.create(acc).hasOwnProperty("z")); const fr=Object.freeze({a:1}); for(const k of ["a","n"+"ew"]) { fr[k]=2; out.push(fr[k]); }
const setter=Object.create({set s(v){this.got=v}, get ro(){return 1}}); for(const k of ["s","ro","w"]) { setter[k]=k; out.push(setter[k], Object.keys(setter).join()); }
const many={}; for(let i=0;i<60;i++) many["key"+i]=i; let sum=0; for(const k in many) sum+=many[k]; out.push(sum, Object.keys(many).length);
Number.prototype.twice=function(){return this*2}; out.push((21).twice(),(1.5).twice(), (5).foo, (5).constructor===Number, (255).toString(16)); Number.prototype.twice=function(){"use strict"; return typeof this}; out.push((3).twice()); delete Number.prototype.twice; out.push((3).twice);
Object.defineProperty(Number.prototype,"gg",{get(){ "use strict"; return typeof this+this; },configurable:true}); out.push((4).gg,(4.5).gg); delete Number.prototype.gg;
return out.join("|"); }
const first=run(); for (let i = 0; i < 12; i++) { const r=run(); if(r!==first){ console.log(first); console.log(r); throw new Error("changed "+i);} } console.log(first);
