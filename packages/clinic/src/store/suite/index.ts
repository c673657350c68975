/** What every store must do, for those who write their own. */
export type { Change, Expected, Store, StoredDocument } from '../store.js'
export { StoreFault } from './expect.js'
export type { StoreCase, StoreKind, StorePlace } from './store-case.js'
export { storeSuite } from './suite.js'
