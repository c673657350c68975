/** The names of our packages, read from what was installed, so that none can be forgotten here. */
import { readFileSync } from 'node:fs'

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

export const dependencies = Object.entries(manifest.dependencies)
  .filter(([, range]) => range.startsWith('file:'))
  .map(([name]) => name)
