// What a person reads while a command works. All of it goes to stderr: stdout is for the answer.

export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Runs one step, naming it before and its seconds after. */
export async function step(title, work) {
  const began = performance.now();
  say(`${title} ...`);
  const result = await work();
  say(`${title}: done in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return result;
}

/** Ends the process with what went wrong, in words; the stack is for those who ask for it. */
export function fail(error) {
  say(process.env.LOG_LEVEL === 'debug' ? (error.stack ?? String(error)) : (error.message ?? String(error)));
  process.exit(1);
}
