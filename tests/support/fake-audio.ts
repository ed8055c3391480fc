/** An audio engine that plays nothing and tells what it was asked to play. */
export function createFakeAudio() {
  const sources: {
    loop: boolean;
    buffer: { length: number } | null;
    gain: number;
    running: boolean;
    onended: (() => void) | null;
  }[] = [];
  const sinks: string[] = [];
  const context = {
    sampleRate: 8_000,
    destination: {},
    resume: async () => {},
    setSinkId: async (id: string) => {
      sinks.push(id);
      if (id === 'unplugged') throw new Error('There is no such device.');
    },
    createBuffer: (_channels: number, length: number) => ({ length, copyToChannel: () => {} }),
    createGain: () => ({ gain: { value: 1 }, connect: () => {} }),
    createBufferSource() {
      const source = {
        loop: false,
        buffer: null as { length: number } | null,
        gain: 0,
        running: false,
        onended: null as (() => void) | null,
        connect(node: { gain: { value: number } }) {
          source.gain = node.gain.value;
        },
        disconnect: () => {},
        start() {
          source.running = true;
        },
        stop() {
          source.running = false;
        },
      };
      sources.push(source);
      return source;
    },
  };
  return {
    context: context as unknown as AudioContext,
    sources,
    sinks,
    running: () => sources.filter((source) => source.running),
  };
}
