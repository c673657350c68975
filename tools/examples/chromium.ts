/** Where a Chromium is: `CHROMIUM`, or where Debian installs it. */
import { existsSync } from 'node:fs'

/** Why nothing is tried in a browser. */
export const noChromium = 'no Chromium: install one, or name it in CHROMIUM'

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The executable, when there is one. */
export function chromiumAt(): string | undefined {
  const named = process.env['CHROMIUM']
  return (named === undefined || named === '' ? usual : [named]).find((path) => existsSync(path))
}
