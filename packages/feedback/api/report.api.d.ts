// The public surface of @tiemchung/feedback/report. Written by `node tools/run.mjs surface --write`.

export function feedbackReport(items: ReportedItems, options: FeedbackReportOptions): Promise<FeedbackReport>;

export function parseFeedbackUnits(value: unknown): readonly FeedbackUnit[];

export function reportCsv({ rows }: FeedbackReport, language: Language): string;

export function reportPage(report: FeedbackReport, language: Language): string;

export interface FeedbackReport {
    readonly format: 'feedback-report/1';
    readonly at: Date;
    readonly policy: {
        readonly id: string;
        readonly version: string;
    };
    readonly rows: readonly FeedbackReportRow[];
    readonly total: Tally;
    readonly readings: Readings;
    readonly neverLoggedIn: readonly FeedbackUnit[];
}

export interface FeedbackReportOptions {
    readonly at: Date;
    readonly policy: FeedbackPolicy;
    readonly units: readonly FeedbackUnit[];
}

export interface FeedbackReportRow {
    readonly unit: Handler;
    readonly name: string;
    readonly parent?: Handler;
    readonly known: boolean;
    readonly loggedIn: boolean;
    readonly lastLogIn?: Date;
    readonly own: Tally;
    readonly all: Tally;
}

export interface FeedbackUnit {
    readonly level: Handler['level'];
    readonly unit: string;
    readonly name: string;
    readonly parent?: Handler;
    readonly lastLogIn?: Date;
}

export interface Readings {
    readonly strict: Pick<Tally, 'met' | 'missed' | 'overdue'>;
    readonly lenient: Pick<Tally, 'met' | 'missed' | 'overdue'>;
}

export interface Tally {
    readonly recorded: number;
    readonly open: number;
    readonly untouched: number;
    readonly unassigned: number;
    readonly dueToday: number;
    readonly overdue: number;
    readonly escalated: number;
    readonly withdrawn: number;
    readonly met: number;
    readonly missed: number;
    readonly medianHours?: number;
    readonly p90Hours?: number;
    readonly oldestOpen?: Date;
}

export type ReportedItem = Pick<FeedbackItem, 'events' | 'handler' | 'openTo'>;

export type ReportedItems = AsyncIterable<ReportedItem> | Iterable<ReportedItem>;

// Named above, but not exported.

interface Escalation {
    readonly afterHours: number;
    readonly to: Level;
}

interface FeedbackClock {
    readonly hours: number;
    readonly warnHours: number;
    readonly laterMeets: boolean;
    readonly pausedIn: readonly FeedbackState[];
    readonly escalations: readonly Escalation[];
}

interface FeedbackPolicy extends PolicyHead {
    readonly format: 'feedback-policy/1';
    readonly clock: FeedbackClock;
    readonly routes: readonly FeedbackRoute[];
    readonly passOn: Readonly<Record<Level, readonly Level[]>>;
    readonly evidence: {
        readonly mediaTypes: readonly string[];
        readonly largest: number;
        readonly most: number;
    };
    readonly rejections: readonly Rejection[];
}

interface FeedbackRoute {
    readonly when: 'always' | 'commune' | 'district' | 'facility' | 'province';
    readonly types?: readonly FeedbackType[];
    readonly to: Level;
    readonly openTo: readonly Level[];
    readonly cite: readonly string[];
    readonly confidence: Confidence;
}

interface Rejection {
    readonly reason: RejectionReason;
    readonly says: Sentences;
    readonly bring: Sentences;
}

type Level = Handler['level'];
