// btoa and atob, and what they refuse.
for (const text of ['', 'f', 'fo', 'foo', 'foob', '\0\xff\x80', 'a'.repeat(60)]) {
    const encoded = btoa(text);
    console.log(JSON.stringify(text), encoded, atob(encoded) === text);
}
console.log(atob(' Zm9v\n'), atob('Zm8'), atob('Zg'), atob('Zg=='), atob('').length, btoa(12), btoa(undefined));
for (const bad of ['Z', 'Zm9v=', 'Z===', '*', 'Zm-_', 'Zm=v']) {
    try {
        console.log(atob(bad));
    } catch (e) {
        console.log(bad, e.name);
    }
}
try {
    btoa('\u0100');
} catch (e) {
    console.log(e.name, e instanceof Error);
}
console.log(global === globalThis, atob.length, btoa.name);
