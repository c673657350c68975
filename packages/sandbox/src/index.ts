export type { SeededAccount } from './account/accounts.js'
export type { Authority, DocumentSigner, FacilityKey } from './authority/authority.js'
export {
  createSandbox,
  type Sandbox,
  type SandboxDatabase,
  type SandboxOptions,
  type SentMessage,
} from './create-sandbox.js'
export { errorCatalogue } from './errors.js'
export type { Fault, FaultInput, Faults } from './fault/faults.js'
export type { RegisteredPerson } from './registry/register.js'
