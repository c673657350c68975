// The public surface of @tiemchung/identity/lists. Written by `node tools/run.mjs surface --write`.

export function makeHandOverLists(cases: readonly ListedCase[], policy: RoutingPolicy, { madeAt, madeBy, nextId, reader }: MakeListsOptions): readonly HandOverDocument[];

export function questionsAgain(again: readonly AskAgain[], { officer, consentOf, nextId }: AskAgainOptions): readonly VerificationRequest[];

export function readReturnedList({ content, signature }: ReturnedFile, options: ReadReturnedOptions): Promise<ReturnedReading>;

export function signList(list: HandOverDocument | ReturnedDocument, signer: ListSigner): Promise<SignedList>;

export function writeListWorkbook(list: HandOverDocument, findings?: ReturnedDocument['findings']): Promise<Uint8Array>;

export interface ArchivedList {
    readonly format: 'archived-list/1';
    readonly listId: Uuid;
    readonly sentHash: string;
    readonly hash: string;
    readonly signature: ListSignature;
    readonly signer: CorrectionActor;
    readonly receivedAt: string;
    readonly receivedBy: string;
}

export interface AskAgainOptions {
    readonly officer: string;
    readonly consentOf: (one: AskAgain) => ConsentEvidence;
    readonly nextId: () => Uuid;
}

export interface ListSignature {
    readonly form: 'cms' | 'jws';
    readonly value: string;
}

export interface ListSigner {
    sign(content: Uint8Array): MaybePromise<ListSignature>;
}

export interface ListedCase extends IdentityCase {
    readonly recordId: Uuid;
    readonly class: OpenCaseClass;
    readonly mismatched: ListRow['mismatched'];
    readonly claimed: ListRow['claimed'];
    readonly hamlet?: string;
}

export interface MakeListsOptions {
    readonly madeAt: Date;
    readonly madeBy: string;
    readonly nextId: () => Uuid;
    readonly reader?: 'office' | 'residents-group';
}

export interface ReadReturnedOptions {
    readonly sent: HandOverDocument;
    readonly verifySignature: VerifyListSignature;
    readonly receivedAt: Date;
    readonly receivedBy: string;
    readonly crypto?: CryptoProvider;
}

export interface ReturnedFile {
    readonly content: Uint8Array;
    readonly signature?: ListSignature;
}

export interface SignatureFinding {
    readonly verdict: Verdict;
    readonly signer?: CorrectionActor;
}

export interface SignedList {
    readonly content: Uint8Array;
    readonly signature: ListSignature;
}

export type AskAgain = Pick<VerificationRequest, 'birthDate' | 'fullName' | 'number' | 'sex'> & {
    readonly recordId: Uuid;
};

export type ListRow = HandOverDocument['rows'][number];

export type ReturnedReading = {
    readonly verdict: 'accepted';
    readonly findings: ReturnedDocument['findings'];
    readonly again: readonly AskAgain[];
    readonly archive: ArchivedList;
} | {
    readonly verdict: 'refused';
    readonly issues: readonly Issue[];
};

export type VerifyListSignature = (content: Uint8Array, signature: ListSignature) => MaybePromise<SignatureFinding>;

export { HandOverDocument } from 'schemas'

export { ReturnedDocument } from 'schemas'

// Named above, but not exported.

interface CorrectionActor {
    readonly office: 'health' | 'police' | 'residents-group';
    readonly unit: string;
    readonly officer: string;
}

interface IdentityCase {
    readonly recordId: string;
    readonly status: IdentityStatus;
    readonly person: Pick<Person, 'currentResidence' | 'permanentResidence'>;
    readonly facility: string;
}

interface RoutingPolicy extends PolicyHead {
    readonly format: 'identity-routing-policy/1';
    readonly rules: readonly RoutingRule[];
    readonly dose: {
        readonly to: Corrector;
        readonly by: 'facility';
        readonly cite: readonly string[];
    };
    readonly notMatched: {
        readonly by: 'facility';
        readonly cite: readonly string[];
    };
}

interface RoutingRule {
    readonly status: IdentityStatus;
    readonly to: Corrector;
    readonly by: 'facility' | 'permanent-residence';
    readonly action: 'ask-again' | 'collect-number' | 'correct-dose' | 'correct-number' | 'verify-person';
    readonly cite: readonly string[];
}

type Corrector = 'health' | 'police';
