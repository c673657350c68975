// The public surface of @tiemchung/identity/journal/file. Written by `node tools/run.mjs surface --write`.

export function fileJournal(path: string): Promise<FileJournal>;

export interface FileJournal extends VerificationJournal {
    close(): Promise<void>;
}

export interface VerificationJournal {
    read(): Promise<readonly JournalEntry[]>;
    append(entry: JournalEntry): Promise<void>;
    discard(): Promise<void>;
}

export type JournalEntry = {
    readonly kind: 'answered';
    readonly batch: string;
    readonly results: readonly VerificationResult[];
} | {
    readonly kind: 'asked';
    readonly batch: string;
    readonly questions: readonly string[];
} | {
    readonly kind: 'refused';
    readonly batch: string;
};
