// A task scheduler: devices, workers and handlers pass packets through queues (objects, links,
// polymorphism).

const IDLE = 0;
const READY = 1;

class Packet {
  constructor(kind, payload) {
    this.next = null;
    this.kind = kind;
    this.payload = payload;
    this.hops = 0;
  }
}

class Task {
  constructor(id, priority) {
    this.id = id;
    this.priority = priority;
    this.state = IDLE;
    this.head = null;
    this.tail = null;
    this.next = null;
    this.runs = 0;
  }
  accept(packet) {
    packet.next = null;
    if (this.head === null) {
      this.head = packet;
    } else {
      this.tail.next = packet;
    }
    this.tail = packet;
    this.state = READY;
  }
  take() {
    const packet = this.head;
    this.head = packet.next;
    if (this.head === null) {
      this.state = IDLE;
    }
    return packet;
  }
}

class Device extends Task {
  constructor(id, target) {
    super(id, 3);
    this.target = target;
    this.bytes = 0;
  }
  run(system) {
    const packet = this.take();
    this.bytes = (this.bytes + packet.payload) & 0xffff;
    packet.hops++;
    system.send(this.target, packet);
  }
}

class Worker extends Task {
  constructor(id, targets) {
    super(id, 2);
    this.targets = targets;
    this.turn = 0;
  }
  run(system) {
    const packet = this.take();
    packet.payload = (packet.payload * 13 + 7) & 255;
    packet.hops++;
    this.turn = (this.turn + 1) % this.targets.length;
    system.send(this.targets[this.turn], packet);
  }
}

class Handler extends Task {
  constructor(id, limit) {
    super(id, 1);
    this.limit = limit;
    this.checksum = 1;
  }
  run(system) {
    const packet = this.take();
    this.checksum = (this.checksum * 31 + packet.payload * packet.hops) % 1000003;
    if (packet.hops < this.limit) {
      system.send(packet.kind, packet);
    } else {
      system.finished++;
    }
  }
}

class System {
  constructor() {
    this.tasks = null;
    this.byId = [];
    this.finished = 0;
    this.steps = 0;
  }
  add(task) {
    this.byId[task.id] = task;
    if (this.tasks === null || this.tasks.priority <= task.priority) {
      task.next = this.tasks;
      this.tasks = task;
      return;
    }
    let at = this.tasks;
    while (at.next !== null && at.next.priority > task.priority) {
      at = at.next;
    }
    task.next = at.next;
    at.next = task;
  }
  send(id, packet) {
    this.byId[id].accept(packet);
  }
  run() {
    let task = this.tasks;
    while (task !== null) {
      if (task.state === READY) {
        task.runs++;
        this.steps++;
        task.run(this);
        task = this.tasks;
      } else {
        task = task.next;
      }
    }
  }
}

function work() {
  const system = new System();
  system.add(new Device(0, 2));
  system.add(new Device(1, 3));
  system.add(new Worker(2, [4, 5]));
  system.add(new Worker(3, [5, 4, 4]));
  system.add(new Handler(4, 40));
  system.add(new Handler(5, 60));
  for (let i = 0; i < 250; i++) {
    system.send(i % 2, new Packet(i % 2, i & 255));
  }
  system.run();
  return [system.finished, system.steps, system.byId[4].checksum, system.byId[5].checksum].join(":");
}

const EXPECTED = "250:15354:68235:817872";
const times = [];
const begun = performance.now();
for (let round = 0; round < 30 || (round < 100000 && performance.now() - begun < 3000); round++) {
  const start = performance.now();
  const result = work();
  times.push(performance.now() - start);
  if (result !== EXPECTED) {
    throw new Error("round " + round + ": expected " + EXPECTED + ", got " + result);
  }
}
console.log("scheduler", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
