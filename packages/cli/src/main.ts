/** `tiemchung`: the command line. */
import process from 'node:process'
import { run } from './run.js'
import { systemIo } from './world.js'

process.exitCode = await run(process.argv.slice(2), systemIo)
