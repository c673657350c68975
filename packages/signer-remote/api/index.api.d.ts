// The public surface of @tiemchung/signer-remote. Written by `node tools/run.mjs surface --write`.

export const cscV1Profile: ProviderProfile;

export const cscV2Profile: ProviderProfile;

export const errorCatalogue: Readonly<Record<"signing.credential" | "signing.limit" | "signing.quota" | "signing.remote.callback" | "signing.remote.digest" | "signing.remote.key" | "signing.remote.profile" | "signing.request-reused" | "signing.unsure", _tiemchung_core.CatalogueEntry>>;

export const mySignProfile: ProviderProfile;

export const smartCaProfile: ProviderProfile;

export function callbackInbox(): CallbackInbox;

export function lintProviderProfile(document: unknown): readonly Issue[];

export function listRemoteKeys(profile: ProviderProfile, options: RemoteKeysOptions): Promise<readonly RemoteKey[]>;

export function memoryJournal(): RequestJournal;

export function openRemoteSigner(profile: ProviderProfile, options: RemoteSignerOptions): Promise<Signer>;

export function parseProviderProfile(document: unknown): ProviderProfile;

export function receiveCallback(profile: ProviderProfile, body: unknown): ProviderCallback;

export interface CallbackInbox {
    deliver(callback: ProviderCallback): void;
    take(transaction: string): ProviderCallback | undefined;
    listen(transaction: string, heard: () => void): () => void;
}

export interface CredentialTokenRequest {
    readonly credential: string;
    readonly hashes: readonly string[];
    readonly hashAlgorithm: string;
}

export interface NamedSignature {
    readonly doc: string;
    readonly signature: Uint8Array;
}

export interface ProviderCallback {
    readonly transaction: string;
    readonly outcome: ProviderOutcome;
    readonly signatures: readonly NamedSignature[];
}

export interface ProviderProfile extends PolicyHead {
    readonly format: 'signing-provider/1';
    readonly name: string;
    readonly evidence: Evidence;
    readonly flow: ProviderFlow;
    readonly base: string;
    readonly login?: {
        readonly kind: 'basic' | 'client' | 'software' | 'token';
        readonly path?: string;
    };
    readonly consent: 'phone' | 'secrets' | 'token';
    readonly deferred?: boolean;
    readonly hashes: Stated<number>;
    readonly confirmation: Stated<number>;
    readonly poll: {
        readonly first: number;
        readonly most: number;
    };
    readonly algorithms: readonly SignatureAlgorithm[];
    readonly repeats: Stated<boolean>;
    readonly states: Readonly<Record<string, ProviderOutcome>>;
}

export interface RemoteKey {
    readonly id: string;
    readonly chain: readonly Uint8Array[];
    readonly notBefore: Date;
    readonly notAfter: Date;
    readonly algorithms: readonly SignatureAlgorithm[];
}

export interface RemoteKeysOptions extends Partial<RemoteWorld> {
    readonly baseUrl: string;
    readonly secrets: RemoteSecrets;
    readonly http?: RemoteHttpOptions;
}

export interface RemoteSecrets {
    readonly client?: Ask<{
        readonly id: string;
        readonly secret: string;
        readonly profile?: string;
    }>;
    readonly user?: Ask<{
        readonly id: string;
        readonly password?: string;
    }>;
    readonly pin?: Ask<string>;
    readonly otp?: Ask<string>;
    readonly accessToken?: Ask<string>;
    readonly credentialToken?: (wanted: CredentialTokenRequest) => MaybePromise<string>;
}

export interface RemoteSignerOptions extends RemoteKeysOptions {
    readonly key?: string;
    readonly algorithm?: SignatureAlgorithm;
    readonly journal?: RequestJournal;
    readonly inbox?: CallbackInbox;
}

export interface RemoteWorld {
    readonly clock: Clock;
    readonly random: RandomSource;
    readonly sleep: Sleep;
    readonly fetch: FetchLike;
    readonly crypto: CryptoProvider;
}

export interface RequestEntry {
    readonly digest: string;
    readonly transaction?: string;
}

export interface RequestJournal {
    read(request: string): Promise<RequestEntry | undefined>;
    write(request: string, entry: RequestEntry): Promise<void>;
    forget(request: string): Promise<void>;
}

export interface Stated<Value> {
    readonly value: Value;
    readonly from: string;
}

export type Ask<Value> = () => MaybePromise<Value>;

export type Evidence = 'read' | 'simulated' | 'tried';

export type ProviderFlow = 'csc-v1' | 'csc-v2' | 'smartca';

export type ProviderOutcome = 'credential' | 'done' | 'expired' | 'limit' | 'quota' | 'rejected' | 'unavailable' | 'unsure' | 'waiting';

export type RemoteHttpOptions = Pick<HttpOptions, 'hooks' | 'retry' | 'timeouts' | 'userAgent'>;

export { AbortSignalLike } from 'core'

export { Clock } from 'core'

export { CryptoProvider } from 'core'

export { FetchLike } from 'core'

export { Hooks } from 'http'

export { Issue } from 'core'

export { PolicyHead } from 'core'

export { RandomSource } from 'core'

export { SignOptions } from 'core'

export { SignatureAlgorithm } from 'core'

export { Signer } from 'core'

export { SigningEvent } from 'core'

export { Sleep } from 'core'
