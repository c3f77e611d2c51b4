// Timing, for the drivers in this folder.

/** The median of how long `work` takes for each of `inputs`, in nanoseconds by name. */
export function timed(option, inputs, work) {
  const rounds = Number(option.split("=")[1]);
  const found = {};
  for (const [name, input] of inputs) {
    const times = [];
    for (let round = 0; round <= rounds; round += 1) {
      const begin = process.hrtime.bigint();
      work(input);
      times.push(Number(process.hrtime.bigint() - begin));
    }
    // The first is to warm up.
    times.shift();
    times.sort((a, b) => a - b);
    found[name] = times[times.length >> 1];
  }
  return found;
}
