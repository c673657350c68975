export type { PortLike } from './port.js'
export { serveVerification } from './serve-verification.js'
export { type VerifyInWorkersOptions, verifyInWorkers } from './verify-in-workers.js'
