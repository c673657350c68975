import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readJson } from './suite.js'

/** The halves of a set that was split, as far as they are there: `dev.json`, `chains.holdout.json`. */
export function readHalves<Value>(folder: string, prefix = ''): readonly Value[] {
  return ['dev', 'holdout']
    .map((half) => `${prefix}${half}.json`)
    .filter((file) => existsSync(join(folder, file)))
    .map((file) => readJson<Value>(folder, file))
}
