// A small operating system: tasks of several classes, a ready queue, messages between them.
//
// Watch: `task.run(…)` in the scheduler's loop is polymorphic with three classes, and each `run` is small
// enough to be inlined behind its shape check. The queue is a linked list, so the loop chases pointers:
// `link` is null at the end of the list and an object elsewhere, two types in one field. The Functions view
// shows which methods get hot first, and which were swallowed by inlining and are hardly called any more.

class Packet {
  constructor(kind, value) {
    this.kind = kind;
    this.value = value;
    this.link = null;
  }
}

class Queue {
  constructor() {
    this.head = null;
    this.tail = null;
    this.size = 0;
  }
  put(packet) {
    packet.link = null;
    if (this.tail === null) {
      this.head = packet;
    } else {
      this.tail.link = packet;
    }
    this.tail = packet;
    this.size++;
  }
  take() {
    const packet = this.head;
    this.head = packet.link;
    if (this.head === null) {
      this.tail = null;
    }
    this.size--;
    return packet;
  }
}

class Task {
  constructor(name, priority) {
    this.name = name;
    this.priority = priority;
    this.inbox = new Queue();
    this.handled = 0;
  }
  isReady() {
    return this.inbox.size > 0;
  }
}

class Producer extends Task {
  constructor(name, seed) {
    super(name, 1);
    this.seed = seed;
  }
  isReady() {
    return true;
  }
  run(scheduler) {
    this.seed = (this.seed * 1103 + 12345) % 65536;
    this.handled++;
    scheduler.send("worker" + (this.seed % 2), new Packet("work", this.seed % 100));
  }
}

class Worker extends Task {
  constructor(name) {
    super(name, 2);
    this.sum = 0;
  }
  run(scheduler) {
    const packet = this.inbox.take();
    this.handled++;
    this.sum += packet.value;
    if (packet.value % 3 === 0) {
      packet.kind = "report";
      scheduler.send("logger", packet);
    }
  }
}

class Logger extends Task {
  constructor(name) {
    super(name, 3);
    this.hash = 17;
  }
  run() {
    const packet = this.inbox.take();
    this.handled++;
    this.hash = (this.hash * 31 + packet.value) & 0xffffff;
  }
}

class Scheduler {
  constructor() {
    this.tasks = [];
    this.byName = new Map();
  }
  add(task) {
    this.tasks.push(task);
    this.tasks.sort((a, b) => b.priority - a.priority);
    this.byName.set(task.name, task);
  }
  send(name, packet) {
    this.byName.get(name).inbox.put(packet);
  }
  run(steps) {
    for (let step = 0; step < steps; step++) {
      for (let i = 0; i < this.tasks.length; i++) {
        const task = this.tasks[i];
        if (task.isReady()) {
          task.run(this);
          break;
        }
      }
    }
  }
}

const scheduler = new Scheduler();
scheduler.add(new Producer("producer", 42));
scheduler.add(new Worker("worker0"));
scheduler.add(new Worker("worker1"));
scheduler.add(new Logger("logger"));
scheduler.run(800_000);
for (const task of scheduler.tasks) {
  console.log(task.name + ": " + task.handled + " handled");
}
console.log(scheduler.byName.get("logger").hash);
