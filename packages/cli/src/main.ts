/** `tiemchung`: the command line. */
import process from 'node:process'
import { run } from './run.js'
import { systemIo, watchOutput } from './world.js'

watchOutput()
process.exitCode = await run(process.argv.slice(2), systemIo)
