/** What is used of the bridge to PKCS#11, by shape: none of its types is in our surface. */

/** One token object: attributes that were asked for by name. */
export interface NativeObject {
  readonly id: Uint8Array
  readonly label: string
  /** The content of a certificate. */
  readonly value: Uint8Array
  toType(): NativeObject
}

/** One session with a token. */
export interface NativeSession {
  readonly slot: NativeSlot
  /** Without a PIN where the device has keys of its own to enter it. */
  login(pin?: string): void
  close: () => void
  find(template: object, each: (found: NativeObject) => void): unknown
  create(template: object): unknown
}

/** A key of the bridge's WebCrypto. */
export interface NativeKey {
  readonly type: string
  readonly extractable: boolean
  readonly id: string
  readonly algorithm: unknown
}

/** A reader, or what a library gives out as one. */
export interface NativeSlot {
  readonly slotDescription: string
  getToken(): {
    readonly label: string
    readonly serialNumber: string
    readonly model: string
    readonly manufacturerID: string
    readonly flags: number
  }
  getMechanisms(): { readonly length: number; tryGetItem(index: number): { name: string } | null }
  open(flags: number): NativeSession
  closeAll(): void
}

/** A loaded PKCS#11 library. */
export interface NativeModule {
  readonly lib: { C_Initialize(options: { readonly flags: number }): void }
  finalize(): void
  close(): void
  getSlots(tokenPresent: boolean): { readonly length: number; items(index: number): NativeSlot }
}

/** The bridge's WebCrypto over one session. */
export interface NativeCrypto {
  readonly subtle: {
    sign(algorithm: object, key: NativeKey, data: Uint8Array): Promise<ArrayBuffer>
    exportKey(format: 'spki', key: NativeKey): Promise<ArrayBuffer>
    generateKey(
      algorithm: object,
      extractable: boolean,
      usages: readonly string[],
    ): Promise<{ readonly privateKey: NativeKey; readonly publicKey: NativeKey }>
  }
  readonly keyStorage: {
    keys(): Promise<readonly string[]>
    getItem(
      id: string,
      ...as: readonly [] | readonly [object, boolean, readonly string[]]
    ): Promise<NativeKey>
  }
}

/** Both halves of the bridge. */
export interface Native {
  readonly load: (library: string) => NativeModule
  readonly cryptoOver: (session: NativeSession) => NativeCrypto
}
