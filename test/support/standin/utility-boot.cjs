// Runs in a worker thread dressed as a utility process: `process.parentPort`, and ports with Electron's events.
const { EventEmitter } = require('node:events');
const { parentPort, workerData } = require('node:worker_threads');

class Port extends EventEmitter {
  constructor(raw) {
    super();
    this.raw = raw;
  }
  start() {
    if (this.started) return;
    this.started = true;
    this.raw.on('message', ({ data }) => this.emit('message', { data, ports: [] }));
    this.raw.on('close', () => this.emit('close'));
  }
  postMessage(data) {
    this.raw.postMessage({ data });
  }
  close() {
    this.raw.close();
  }
}

process.parentPort = new EventEmitter();
parentPort.on('message', ({ data, ports }) => process.parentPort.emit('message', { data, ports: ports.map((raw) => new Port(raw)) }));
process.argv.splice(2, process.argv.length, ...workerData.args);
require(workerData.file);
