import { findProgram } from './run-command';
import { installSystemPackages } from './system-packages';
import { alreadyRunning, type FindService } from './test-service';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** The browser of the machine: CHROMIUM_PATH, else the first one on the PATH. */
export function findChromium(env: NodeJS.ProcessEnv): string | undefined {
  return env.CHROMIUM_PATH || findProgram(NAMES, env);
}

export const chromiumWays: FindService[] = [
  async () => describe('already installed'),
  async () => {
    if (!(await installSystemPackages(['chromium', 'fonts-noto-cjk']))) return null;
    return describe('installed by apt-get');
  },
];

function describe(how: string) {
  const file = findChromium(process.env);
  return file ? { ...alreadyRunning({ CHROMIUM_PATH: file }), how } : null;
}
