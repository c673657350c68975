export { errorCatalogue } from './errors.js'
export { codeOf, type ExitCode, worst } from './exit-code.js'
export type { Io, LineFile, SecretSource } from './io.js'
export { run } from './run.js'
