/** For runtimes that run scripts: reads what is given from the file named, and writes the tallies. */
import { readFileSync } from 'node:fs'
import { argv, stdout } from 'node:process'
import { type Given, runPortable } from './portable.js'

const given = JSON.parse(readFileSync(argv.at(-1) ?? '', 'utf8')) as Given
stdout.write(`${JSON.stringify(await runPortable(given))}\n`)
