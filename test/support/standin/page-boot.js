// Runs in the page before its own scripts: what Electron gives a preload, over the two functions the stand-in put there.
const listeners = new Map();
const ports = new Map();
const toText = (value) =>
  JSON.stringify(value, (_key, part) => (part instanceof Uint8Array ? { $bytes: btoa(String.fromCharCode(...part)) } : part));
const fromText = (text) =>
  JSON.parse(text, (_key, part) =>
    typeof part?.$bytes === 'string' ? Uint8Array.from(atob(part.$bytes), (character) => character.charCodeAt(0)) : part,
  );

Object.defineProperty(window, 'standinDeliver', {
  value: (text) => {
    const message = fromText(text);
    if (message.port !== undefined) return ports.get(message.port).postMessage(message.value);
    const opened = message.ports.map((id) => {
      const { port1, port2 } = new MessageChannel();
      ports.set(id, port2);
      port2.onmessage = (event) => void window.standinCall(toText({ port: id, value: event.data }));
      return port1;
    });
    for (const listener of listeners.get(message.channel) ?? []) listener({ ports: opened }, message.value);
  },
});

const electron = {
  contextBridge: { exposeInMainWorld: (name, value) => Object.defineProperty(window, name, { value: Object.freeze(value) }) },
  ipcRenderer: {
    on: (channel, listener) => listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
    invoke: async (channel, value) => {
      const { answer, refused } = fromText(await window.standinCall(toText({ channel, value })));
      if (refused !== undefined) throw new Error(refused);
      return answer;
    },
  },
  webUtils: { getPathForFile: () => '' },
};

// biome-ignore lint/correctness/noUnusedVariables: the preload that follows this text requires through it
const sandboxRequire = (name) => {
  if (name !== 'electron') throw new Error(`a sandboxed preload cannot require ${name}`);
  return electron;
};
