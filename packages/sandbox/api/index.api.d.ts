// The public surface of @tiemchung/sandbox. Written by `node tools/run.mjs surface --write`.

export const errorCatalogue: Readonly<Record<"idempotency.key-reused" | "platform.body" | "platform.body.field" | "platform.code" | "platform.conflict" | "platform.course-incomplete" | "platform.day-report.signature" | "platform.evidence" | "platform.facility-certificate.not-due" | "platform.facility-certificate.request" | "platform.feedback.amendment" | "platform.feedback.desk" | "platform.forbidden" | "platform.id-mismatch" | "platform.internal" | "platform.lapsed" | "platform.log-in" | "platform.minutes.not-allowed" | "platform.minutes.records" | "platform.not-found" | "platform.password" | "platform.password-change" | "platform.record.amends-unknown" | "platform.record.duplicate" | "platform.record.not-settled" | "platform.record.signature" | "platform.signed-out" | "platform.too-large" | "platform.too-many-codes" | "platform.too-many-passwords" | "platform.too-many-requests" | "platform.unavailable" | "platform.upload.offset" | "platform.webhook.address" | "sandbox.database.in-use" | "sandbox.database.unreachable", CatalogueEntry>>;

export function createSandbox(options?: SandboxOptions): Promise<Sandbox>;

export interface Authority {
    readonly facilityAnchors: readonly Uint8Array[];
    readonly countryAnchors: readonly Uint8Array[];
    readonly documentSigners: Readonly<Record<'ES256' | 'PS256', DocumentSigner>>;
    readonly facilityKeys: readonly FacilityKey[];
    certify(subject: SubjectName, publicKey: KeyHandle | Uint8Array): Promise<readonly Uint8Array[]>;
    readonly validity: {
        readonly from: CivilDate;
        readonly to: CivilDate;
    };
}

export interface DocumentSigner {
    readonly signer: Signer;
    readonly keyId: Uint8Array;
    readonly certificate: Uint8Array;
    readonly notBefore: Date;
    readonly notAfter: Date;
}

export interface FacilityKey {
    readonly facility: string;
    readonly algorithm: 'ES256';
    readonly pkcs8: Uint8Array;
    readonly chain: readonly Uint8Array[];
}

export interface Faults {
    add(fault: FaultInput): void;
    clear(): void;
    meet(method: string, path: string): Fault | undefined;
    readonly met: number;
}

export interface ProviderScript {
    readonly person: 'confirms' | 'key-fails' | 'refuses' | 'sign-fails' | 'waits';
    readonly afterPolls: number;
    readonly afterMs?: number | undefined;
    readonly confirmSeconds: number;
    readonly hashLimit: number;
    readonly quota?: number | undefined;
    readonly order: 'asked' | 'reversed';
    readonly count: 'one-less' | 'one-more' | 'right';
    readonly signs: 'right' | 'wrong-hash';
    readonly encoding: 'der' | 'raw';
    readonly repeats: 'answered' | 'begun' | 'refused';
    readonly tokenSeconds: number;
    readonly tokenCalls?: number | undefined;
    readonly tokenErrors: 'body' | 'status';
    readonly callback?: string | undefined;
    readonly callbacks: 'lost' | 'once' | 'twice';
}

export interface ProviderUser {
    readonly facility: string;
    readonly userId: string;
    readonly password: string;
    readonly pin: string;
    readonly credentials: readonly string[];
}

export interface RegisteredPerson {
    readonly number: string;
    readonly oldNumbers?: readonly string[];
    readonly fullName: string;
    readonly birthDate: PartialDate;
    readonly sex: 'female' | 'male' | 'unknown';
    readonly unverifiable?: boolean;
}

export interface Sandbox {
    fetch(request: Request, from?: {
        readonly address?: string;
    }): Promise<Response>;
    setClock(at: Date | undefined): void;
    readonly faults: Faults;
    readonly accounts: readonly SeededAccount[];
    readonly authority: Authority;
    readonly providers: SigningProviders;
    addPeople(people: readonly RegisteredPerson[]): Promise<void>;
    messages(to: {
        readonly phone?: string;
        readonly account?: string;
    }): Promise<readonly SentMessage[]>;
    deliverWebhooks(): Promise<WebhookDeliveries>;
    openApi(): object;
    close(): Promise<void>;
}

export interface SandboxOptions {
    readonly database?: SandboxDatabase;
    readonly at?: Date;
    readonly facilities?: readonly Facility[];
    readonly people?: readonly RegisteredPerson[];
    readonly batchPolls?: number;
    readonly holdDays?: number;
    readonly codeLimits?: {
        readonly perPhone?: number;
        readonly perAccount?: number;
    };
    readonly passwordLimit?: {
        readonly tries?: number;
        readonly minutes?: number;
    };
    readonly requestsPerMinute?: number;
    readonly freshAccounts?: boolean;
    readonly origins?: readonly string[];
    readonly renewal?: RenewalPolicy;
    readonly timestamps?: TimestampTrust;
}

export interface SeededAccount {
    readonly name: string;
    readonly password: string;
    readonly role: Role;
    readonly unit?: string;
    readonly phone: string;
}

export interface SentMessage {
    readonly phone: string;
    readonly account: null | string;
    readonly purpose: string;
    readonly text: string;
}

export interface SigningProviders {
    readonly client: {
        readonly id: string;
        readonly secret: string;
    };
    readonly users: readonly ProviderUser[];
    behave(script: ProviderScriptInput): void;
    waiting(): readonly string[];
    decide(decision: 'confirm' | 'refuse'): number;
    operationsOn(hash: string): number;
    tokensGiven(): number;
    operations(): {
        readonly total: number;
        readonly digests: number;
    };
}

export interface WebhookDeliveries {
    readonly delivered: number;
    readonly failed: number;
    readonly givenUp: number;
}

export type Fault = z.output<typeof faultSchema>;

export type FaultInput = z.input<typeof faultSchema>;

export type ProviderScriptInput = {
    readonly [Key in keyof ProviderScript]?: ProviderScript[Key] | undefined;
};

export type SandboxDatabase = 'memory' | {
    readonly folder: string;
} | {
    readonly url: string;
};

// Named above, but not exported.

const faultSchema: z.ZodObject<{
    match: z.ZodObject<{
        method: z.ZodOptional<z.ZodString>;
        path: z.ZodString;
    }, z.core.$strict>;
    kind: z.ZodEnum<{
        "cut-body": "cut-body";
        "drop-after-commit": "drop-after-commit";
        "slow-body": "slow-body";
        "status-after-commit": "status-after-commit";
        "token-expired-in-body": "token-expired-in-body";
        delay: "delay";
        status: "status";
    }>;
    times: z.ZodDefault<z.ZodInt>;
    after: z.ZodDefault<z.ZodInt>;
    status: z.ZodDefault<z.ZodInt>;
    ms: z.ZodDefault<z.ZodInt>;
    retryAfterSeconds: z.ZodOptional<z.ZodInt>;
}, z.core.$strict>;
