import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

const LAST_CHARACTERS = 2_000;

/**
 * Runs a program to its end.
 * @returns what it wrote on stdout.
 * @throws {Error} with the last of its output when it fails, or takes longer than `seconds`.
 */
export function runCommand(
  program: string,
  args: string[],
  { seconds = 60, env }: { seconds?: number; env?: Record<string, string> } = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = {
      timeout: seconds * 1000,
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, ...env },
    };
    execFile(program, args, options, (error, stdout, stderr) => {
      if (!error) resolve(stdout);
      else {
        const output = (stderr || stdout || error.message).trim().slice(-LAST_CHARACTERS);
        reject(new Error(`${[program, ...args].join(' ')}: ${output}`, { cause: error }));
      }
    });
  });
}

/** True when it ends with 0. */
export async function succeeds(program: string, args: string[], seconds = 10): Promise<boolean> {
  try {
    await runCommand(program, args, { seconds });
    return true;
  } catch {
    // Absent, refused or hanging: the answer is no.
    return false;
  }
}

/** The first of the names that is a program on the PATH, or in an sbin folder beside it. */
export function findProgram(names: string[], env: NodeJS.ProcessEnv = process.env): string | undefined {
  const folders = (env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const all = [...folders, ...folders.map((folder) => path.join(folder, '../sbin'))];
  return names.flatMap((name) => all.map((folder) => path.join(folder, name))).find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    // It throws where the file is not there or not a program, which is the answer.
    return false;
  }
}
