/** A worker thread that trusts nobody: the main thread asks it whether texts are certificates. */
import { parentPort } from 'node:worker_threads'
import { trustedKeys } from '@tiemchung/certificates'
import { serveVerification } from '@tiemchung/certificates/workers'

const trust = trustedKeys([])
serveVerification(parentPort, () => ({ trust, at: new Date() }))
