/** For a page: fetches what is given from the page's own server. */
import { type Given, runPortable, type Tally } from './portable.js'

async function run(): Promise<readonly Tally[]> {
  const response = await fetch('/given.json')
  return runPortable((await response.json()) as Given)
}

Object.assign(globalThis, { tallies: run() })
