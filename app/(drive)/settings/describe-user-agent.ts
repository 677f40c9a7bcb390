/** What a User-Agent header tells of a device; null for what it does not. `kind` chooses the picture. */
export interface DeviceDescription {
  browser: string | null;
  system: string | null;
  kind: 'phone' | 'computer';
}

// The first that fits counts: Edge and Opera call themselves Chrome too, Chrome calls itself Safari.
const BROWSERS: [RegExp, string][] = [
  [/MicroMessenger\//, 'WeChat'],
  [/\bEdgA?\/|EdgiOS\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\/|Chromium\//, 'Chrome'],
  [/Safari\//, 'Safari'],
  [/^curl\//, 'curl'],
];

const SYSTEMS: [RegExp, string, DeviceDescription['kind']][] = [
  [/iPhone|iPod/, 'iPhone', 'phone'],
  [/iPad/, 'iPad', 'phone'],
  [/HarmonyOS/, 'HarmonyOS', 'phone'],
  [/Android/, 'Android', 'phone'],
  [/Windows/, 'Windows', 'computer'],
  [/CrOS/, 'ChromeOS', 'computer'],
  [/Mac OS X|Macintosh/, 'macOS', 'computer'],
  [/Linux|X11/, 'Linux', 'computer'],
];

/** Reads browser and system out of a User-Agent header, well enough to recognise one's own devices. */
export function describeUserAgent(userAgent: string): DeviceDescription {
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent));
  return {
    browser: BROWSERS.find(([pattern]) => pattern.test(userAgent))?.[1] ?? null,
    system: system?.[1] ?? null,
    kind: system?.[2] ?? 'computer',
  };
}
