function* gen(n){ for(let i=0;i<n;i++) yield i; } function* inner(n){ for(let i=0;i<n;i++) yield i; return "r"+n; } function* outer(n){ const a=yield* inner(n); const b=yield* inner(n); return a+b; }
class T{constructor(v,l,r){this.v=v;this.l=l;this.r=r;} *[Symbol.iterator](){ if(this.l) yield* this.l; yield this.v; if(this.r) yield* this.r; } static of(a,b){ if(a>b) return null; const m=(a+b)>>1; return new T(m,T.of(a,m-1),T.of(m+1,b)); } }
function run(){ const out=[];
let s=0; const g=gen(50); for(let r=g.next();!r.done;r=g.next()) s+=r.value; out.push(s, JSON.stringify(g.next()), JSON.stringify(g.next(5)));
for(const x of outer(20)) s+=x; out.push(s); const o=outer(3); let r; const seen=[]; while(!(r=o.next()).done) seen.push(r.value); out.push(seen.join(), r.value);
let t=0; for(const x of T.of(0,60)) t=t*3+x|0; out.push(t);
function* echo(){ let x=1; while(true){ try { x=yield x*2; if(x===99) return "end"; if(x===77) throw new Error("seven"); } finally { out.push("f"); } } }
const e=echo(); out.push(e.next(5).value,e.next(10).value,e.next().value, e.next(3).value, JSON.stringify(e.next(99)), JSON.stringify(e.next()));
const e2=echo(); e2.next(); e2.next(1); try { e2.next(77) } catch(err){ out.push(err.message) } out.push(JSON.stringify(e2.next(4)));
const e3=echo(); e3.next(); e3.next(2); out.push(JSON.stringify(e3.return(8)), JSON.stringify(e3.next()));
const e4=echo(); e4.next(); e4.next(2); try { e4.throw(new Error("t")) } catch(err){ out.push(err.message) } out.push(JSON.stringify(e4.next()));
let self; function* re(){ yield 1; try { self.next() } catch(err){ yield err.constructor.name } yield 3; } self=re(); out.push([...self].join());
try { gen.prototype.next.call({}) } catch(err){ out.push(err.constructor.name) } try { Object.getPrototypeOf(gen(1)).next.call(5) } catch(err){ out.push(err.constructor.name) }
function* deleg(it){ try { return yield* it; } catch(x){ return "caught "+x.message; } }
const cust={ i:0, [Symbol.iterator](){return this}, next(v){ this.i++; if(this.i>3) return {done:true,value:"fin"}; return {done:false,value:[this.i,v],extra:1}; }, return(v){ out.push("ret"); return {done:true,value:v}; } };
const d=deleg(cust); out.push(JSON.stringify([d.next("a"),d.next("b"),d.next("c"),d.next("d"),d.next("e")]));
const bad=deleg({[Symbol.iterator](){return {n:0,next(){ if(this.n++<2) return {value:this.n,done:false}; if(this.n===3) return 5; }}}}); out.push(bad.next().value,bad.next().value); out.push(JSON.stringify(bad.next()));
let acc=0; for (const x of deleg([1,2,3,4])) { if (x===3) break; acc+=x; } out.push(acc);
function* args(a,b,...rest){ yield arguments.length; yield a+b; yield rest.length; for(const q of rest) yield q; } out.push([...args(1,2,3,4,5)].join()); const ag=args(1,2,3); ag.next(); out.push(ag.next(1,2,3).value, ag.next().value);
function* big(){ let a=1,b=2,c=3,d=4,e=5,f=6,g=7,h=8,i=9,j=10,k=11,l=12,m=13,n=14,o=15,p=16,q=17,r=18,s=19,t=20,u=21,v=22,w=23,x=24,y=25; while(a<8){ yield a+b+c+d+e+f+g+h+i+j+k+l+m+n+o+p+q+r+s+t+u+v+w+x+y; a++; y+=a; } } out.push([...big()].join()); const bg=big(); bg.next(); bg.next(); out.push(bg.next().value);
const it=[..."ab"].entries(); out.push(JSON.stringify([...it])); const {value,done}=gen(1).next(); out.push(value,done);
for (const [n,x] of [[1,gen(3)],[2,outer(1)]]) for (const y of x) out.push(n*10+y);
// iterators of the program
const mk=(n,f)=>({[Symbol.iterator](){ let i=0; return { next(){ return i<n?{value:f(i++),done:false}:{value:-1,done:true}; }, return(){ out.push("closed"); return {}; } }; }});
for (const x of mk(4,i=>i*i)) { if (x===4) break; s+=x; } lab: for (const x of mk(3,i=>i)) { for (const y of mk(3,i=>i)) { if (y===1) continue lab; s+=y+x; } } out.push(s);
const errs=[{[Symbol.iterator]:5},{[Symbol.iterator](){return 5}},{[Symbol.iterator](){return {}}},{[Symbol.iterator](){return {next(){return 1}}}},{[Symbol.iterator](){return {next(){throw new RangeError("nx")}}}},{},{[Symbol.iterator]:null},{[Symbol.iterator](){return {next(){return {get done(){throw new Error("d")}}}}}},{[Symbol.iterator](){return {next(){return {done:0,get value(){throw new Error("v")}}}}}}];
for (const bad of errs) { try { for (const x of bad) out.push("no"); } catch(err){ out.push(err.constructor.name+":"+err.message) } }
for (const bad of [null,undefined,5,Symbol.iterator]) { try { for (const x of bad) out.push("no"); } catch(err){ out.push(err.message) } }
let gets=0; const obs={get [Symbol.iterator](){ gets++; return function*(){ yield 1; yield 2; } }}; for (const x of obs) s+=x; out.push(gets,s);
const truthyDone={[Symbol.iterator](){ let i=0; return {next:()=>({done:i++<2?"":"yes",value:i})}; }}; for (const x of truthyDone) out.push("t"+x);
const late={[Symbol.iterator](){ const o={i:0,next(){ o.next=()=>{throw 1}; return {done:o.i++>2,value:o.i}; }}; return o; }}; for (const x of late) out.push("l"+x);
try { for (const x of mk(3,i=>i)) throw new Error("body"); } catch(err){ out.push(err.message) } try { for (const {a} of mk(2,i=>i?null:{a:1})) out.push(a); } catch(err){ out.push(err.constructor.name) }
class Arr extends Array { [Symbol.iterator]() { return mk(2,i=>"sub"+i)[Symbol.iterator](); } } for (const x of new Arr(1,2,3)) out.push(x);
const fns=[]; for (const x of mk(3,i=>i)) fns.push(()=>x); out.push(fns.map(f=>f()).join());
return out.join("|"); }
const first=run(); for (let i=0;i < 12; i++) { const r=run(); if(r!==first){ console.log(first); console.log(r); throw new Error("changed "+i);} } console.log(first.split("|").join("\n"));
