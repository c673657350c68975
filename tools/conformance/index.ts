/**
 * `npm run conformance [suite…] [-- --vectors DIR] [--json] [--crypto peculiar]`: every suite over cases
 * made by others, with the host's crypto or with @peculiar/webcrypto in its place.
 */
import { conformance } from './command.js'

process.exitCode = await conformance(process.argv.slice(2), process.env, {
  line: (text) => process.stdout.write(`${text}\n`),
  complaint: (text) => process.stderr.write(`${text}\n`),
})
