/** A store whose values are encrypted before another store keeps them. */
export type { Aead, AeadKey } from '@tiemchung/core/crypto'
export type { Change, Expected, Store, StoredDocument } from './store.js'
export {
  type EncryptedStore,
  type EncryptedStoreOptions,
  encryptedStore,
} from './encrypted/encrypted-store.js'
export type { StoreKey } from './encrypted/seal.js'
