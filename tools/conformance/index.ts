/** `npm run conformance [suite…] [-- --vectors DIR] [--json]`: every suite over cases made by others. */
import { conformance } from './command.js'

process.exitCode = await conformance(process.argv.slice(2), process.env, {
  line: (text) => process.stdout.write(`${text}\n`),
  complaint: (text) => process.stderr.write(`${text}\n`),
})
