export type { Http, Pages } from '@tiemchung/http'
export {
  type CallOptions,
  type CitizenClient,
  type CitizenClientOptions,
  citizenClient,
  type Follow,
} from './client/citizen-client.js'
export { type StaffClient, staffClient } from './client/staff-client.js'
export { errorCatalogue } from './errors.js'
export type { FeedbackWorld } from './world.js'
