/** `tiemchung`: the command line. */
import process from 'node:process'
import { run } from './run.js'
import { systemIo, watchOutput } from './world.js'

watchOutput()
const internal = 70

run(process.argv.slice(2), systemIo).then(
  (code) => {
    process.exitCode = code
  },
  () => {
    process.exitCode = internal
  },
)
