// The public surface of @tiemchung/schemas/fhir. Written by `node tools/run.mjs surface --write`.

export const codeSystems: {
    readonly product: "https://tiemchung.dev/fhir/CodeSystem/product";
    readonly amendmentReason: "https://tiemchung.dev/fhir/CodeSystem/amendment-reason";
    readonly errorCode: "https://tiemchung.dev/errors";
    readonly administrativeUnit: "http://fhir.ehealth.gov.vn/core/CodeSystem/vn-core-administrative-address";
    readonly ethnicGroup: "http://fhir.ehealth.gov.vn/core/CodeSystem/vn-core-race";
    readonly cvx: "http://hl7.org/fhir/sid/cvx";
    readonly atc: "http://www.whocc.no/atc";
    readonly snomed: "http://snomed.info/sct";
    readonly loinc: "http://loinc.org";
    readonly ucum: "http://unitsofmeasure.org";
    readonly country: "urn:iso:std:iso:3166";
    readonly signaturePurpose: "urn:iso-astm:E1762-95:2013";
    readonly site: "http://terminology.hl7.org/CodeSystem/v3-ActSite";
    readonly route: "http://terminology.hl7.org/CodeSystem/v3-RouteOfAdministration";
    readonly role: "http://terminology.hl7.org/CodeSystem/v3-RoleCode";
    readonly actCode: "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    readonly dataOperation: "http://terminology.hl7.org/CodeSystem/v3-DataOperation";
    readonly identifierType: "http://terminology.hl7.org/CodeSystem/v2-0203";
    readonly performer: "http://terminology.hl7.org/CodeSystem/v2-0443";
    readonly agent: "http://terminology.hl7.org/CodeSystem/provenance-participant-type";
    readonly organizationType: "http://terminology.hl7.org/CodeSystem/organization-type";
    readonly physicalType: "http://terminology.hl7.org/CodeSystem/location-physical-type";
    readonly diagnosisRole: "http://terminology.hl7.org/CodeSystem/diagnosis-role";
    readonly reportOrigin: "http://terminology.hl7.org/CodeSystem/immunization-origin";
    readonly emptyReason: "http://terminology.hl7.org/CodeSystem/list-empty-reason";
};

export const fhirProfiles: Readonly<Record<FhirProfile['id'], FhirProfile>>;

export const identifierSystems: {
    readonly personalNumber: "http://fhir.ehealth.gov.vn/core/sid/national_id";
    readonly oldCard: "http://fhir.ehealth.gov.vn/core/sid/citizen_id";
    readonly passport: "http://fhir.ehealth.gov.vn/core/sid/passport_number";
    readonly healthInsurance: "http://fhir.ehealth.gov.vn/core/sid/insurance_number";
    readonly facility: "http://fhir.ehealth.gov.vn/core/sid/provider-code";
    readonly staff: "http://fhir.ehealth.gov.vn/core/sid/healthworker-employee-number";
    readonly military: "https://tiemchung.dev/fhir/sid/military-number";
    readonly uri: "urn:ietf:rfc:3986";
};

export const ownExtensions: {
    readonly residence: ExtensionDefinition;
    readonly workplace: ExtensionDefinition;
    readonly priorityGroup: ExtensionDefinition;
    readonly ethnicGroup: ExtensionDefinition;
    readonly noIdentityDocument: ExtensionDefinition;
    readonly passportCountry: ExtensionDefinition;
    readonly screening: ExtensionDefinition;
    readonly consent: ExtensionDefinition;
    readonly examination: ExtensionDefinition;
    readonly reaction: ExtensionDefinition;
    readonly identityEvidence: ExtensionDefinition;
    readonly doseDate: ExtensionDefinition;
    readonly amendment: ExtensionDefinition;
    readonly decimalText: ExtensionDefinition;
    readonly issueParameter: ExtensionDefinition;
};

export function issuesFromOutcome(outcome: unknown): readonly Issue[];

export function outcomeFromIssues(issues: readonly Issue[]): OperationOutcome;

export function recordFromFhir(bundle: unknown, options?: RecordFromFhirOptions): RecordReading;

export function recordToFhir(record: DoseRecord, options?: RecordToFhirOptions): RecordInFhir;

export interface Address {
    extension?: Extension[];
    use?: 'billing' | 'home' | 'old' | 'temp' | 'work';
    text?: string;
    line?: string[];
    state?: string;
    district?: string;
    city?: string;
    country?: string;
}

export interface Bundle {
    resourceType: 'Bundle';
    meta?: {
        profile?: string[];
    };
    identifier?: Identifier;
    type: 'collection' | 'document' | 'transaction';
    timestamp?: string;
    entry?: BundleEntry[];
}

export interface BundleEntry {
    fullUrl?: string;
    resource?: Resource;
    request?: {
        method: 'POST' | 'PUT';
        url: string;
        ifNoneExist?: string;
    };
}

export interface CodeableConcept {
    coding?: Coding[];
    text?: string;
}

export interface Coding {
    system?: string;
    version?: string;
    code?: string;
    display?: string;
}

export interface Composition extends Base<'Composition'> {
    status: 'amended' | 'entered-in-error' | 'final' | 'preliminary';
    type: CodeableConcept;
    subject?: Reference;
    date: string;
    author: Reference[];
    title: string;
    section?: CompositionSection[];
}

export interface CompositionSection {
    title?: string;
    code?: CodeableConcept;
    text?: Narrative;
    entry?: Reference[];
    emptyReason?: CodeableConcept;
}

export interface ContactPoint {
    system?: 'email' | 'fax' | 'other' | 'pager' | 'phone' | 'sms' | 'url';
    value?: string;
    use?: 'home' | 'mobile' | 'old' | 'temp' | 'work';
}

export interface Element {
    extension?: Extension[];
}

export interface Encounter extends Base<'Encounter'> {
    status: 'arrived' | 'cancelled' | 'finished' | 'in-progress' | 'planned' | 'unknown';
    class: Coding;
    subject?: Reference;
    period?: Period;
    diagnosis?: {
        condition: Reference;
        use?: CodeableConcept;
    }[];
    location?: {
        location: Reference;
    }[];
    serviceProvider?: Reference;
}

export interface Extension {
    url: string;
    extension?: Extension[];
    valueCode?: string;
    valueString?: string;
    valueBoolean?: boolean;
    valueDecimal?: number;
    valuePositiveInt?: number;
    valueDate?: string;
    valueDateTime?: string;
    valueUuid?: string;
    valueCoding?: Coding;
    valueCodeableConcept?: CodeableConcept;
}

export interface ExtensionDefinition {
    readonly url: string;
    readonly context: readonly string[];
    readonly value: Readonly<Record<string, string>> | string;
    readonly says: Sentences;
}

export interface FhirProfile {
    readonly id: 'base-r4' | 'ips' | 'vn-core';
    readonly fhirVersion: '4.0.1';
    readonly status: 'draft' | 'normative' | 'published';
    readonly sources: readonly string[];
    readonly canonicals: Readonly<Partial<Record<'Bundle' | Resource['resourceType'], string>>>;
    readonly nationalExtensions: boolean;
    readonly chiefComplaint: boolean;
    readonly slips: readonly ProfileSlip[];
}

export interface HumanName {
    use?: 'anonymous' | 'maiden' | 'nickname' | 'official' | 'old' | 'temp' | 'usual';
    text?: string;
    family?: string;
    given?: string[];
}

export interface Identifier {
    extension?: Extension[];
    use?: 'official' | 'old' | 'secondary' | 'temp' | 'usual';
    type?: CodeableConcept;
    system?: string;
    value?: string;
}

export interface Immunization extends Base<'Immunization'> {
    identifier?: Identifier[];
    status: 'completed' | 'entered-in-error' | 'not-done';
    vaccineCode: CodeableConcept;
    patient: Reference;
    encounter?: Reference;
    occurrenceDateTime?: string;
    recorded?: string;
    primarySource?: boolean;
    reportOrigin?: CodeableConcept;
    location?: Reference;
    lotNumber?: string;
    expirationDate?: string;
    site?: CodeableConcept;
    route?: CodeableConcept;
    doseQuantity?: Quantity;
    performer?: {
        function?: CodeableConcept;
        actor: Reference;
    }[];
    reaction?: {
        extension?: Extension[];
        date?: string;
    }[];
    protocolApplied?: {
        targetDisease?: CodeableConcept[];
        doseNumberPositiveInt?: number;
    }[];
}

export interface Location extends Base<'Location'> {
    identifier?: Identifier[];
    status?: 'active' | 'inactive' | 'suspended';
    name?: string;
    physicalType?: CodeableConcept;
    managingOrganization?: Reference;
}

export interface LostField {
    readonly path: Path;
    readonly reason: LostReason;
}

export interface Narrative {
    status: 'additional' | 'empty' | 'extensions' | 'generated';
    div: string;
}

export interface OperationOutcome {
    resourceType: 'OperationOutcome';
    issue: OperationOutcomeIssue[];
}

export interface OperationOutcomeIssue {
    extension?: Extension[];
    severity: 'error' | 'fatal' | 'information' | 'warning';
    code: IssueKind;
    details?: CodeableConcept & {
        _text?: Element;
    };
    expression?: string[];
}

export interface Organization extends Base<'Organization'> {
    identifier?: Identifier[];
    active?: boolean;
    type?: CodeableConcept[];
    name?: string;
}

export interface Patient extends Base<'Patient'> {
    identifier?: Identifier[];
    active?: boolean;
    name?: HumanName[];
    telecom?: ContactPoint[];
    gender?: 'female' | 'male' | 'other' | 'unknown';
    birthDate?: string;
    address?: Address[];
}

export interface Period {
    start?: string;
    end?: string;
}

export interface Practitioner extends Base<'Practitioner'> {
    identifier?: Identifier[];
    active?: boolean;
    name?: HumanName[];
}

export interface ProfileSlip {
    readonly id: string;
    readonly says: Sentences;
    readonly written: Sentences;
}

export interface Provenance extends Base<'Provenance'> {
    target: Reference[];
    recorded: string;
    reason?: CodeableConcept[];
    activity?: CodeableConcept;
    agent: {
        type?: CodeableConcept;
        who: Reference;
        onBehalfOf?: Reference;
    }[];
    entity?: {
        extension?: Extension[];
        role: 'derivation' | 'quotation' | 'removal' | 'revision' | 'source';
        what: Reference;
    }[];
    signature?: Signature[];
}

export interface Quantity {
    value?: number;
    _value?: Element;
    unit?: string;
    system?: string;
    code?: string;
}

export interface RecordFromFhirOptions {
    readonly recordId?: string;
}

export interface RecordInFhir {
    readonly bundle: Bundle;
    readonly lost: readonly LostField[];
}

export interface RecordReading {
    readonly record: DoseRecord | undefined;
    readonly draft: Partially<DoseRecord>;
    readonly issues: readonly Issue[];
    readonly signature?: RecordSignature;
}

export interface RecordSignature {
    readonly jws: string;
    readonly at: string;
}

export interface RecordToFhirOptions {
    readonly profile?: FhirProfile['id'];
    readonly bundle?: Bundle['type'];
    readonly facility?: {
        readonly code: string;
        readonly name: string;
    };
    readonly nameOf?: (account: string) => string | undefined;
    readonly signature?: RecordSignature;
    readonly ownExtensions?: boolean;
}

export interface Reference {
    extension?: Extension[];
    reference?: string;
    type?: string;
    identifier?: Identifier;
    display?: string;
}

export interface RelatedPerson extends Base<'RelatedPerson'> {
    active?: boolean;
    patient: Reference;
    relationship?: CodeableConcept[];
    name?: HumanName[];
    telecom?: ContactPoint[];
}

export interface Signature {
    type: Coding[];
    when: string;
    who: Reference;
    targetFormat?: string;
    sigFormat?: string;
    data?: string;
}

export type IssueKind = 'business-rule' | 'code-invalid' | 'extension' | 'informational' | 'invalid' | 'multiple-matches' | 'not-found' | 'required' | 'structure' | 'too-long' | 'value';

export type LostReason = 'empty' | 'needs-extension' | 'offset' | 'period';

export type OwnExtensionName = keyof typeof ownExtensions;

export type Partially<Whole> = Whole extends object ? {
    readonly [Name in keyof Whole]?: Partially<Whole[Name]>;
} : Whole;

export type Resource = Composition | Encounter | Immunization | Location | Organization | Patient | Practitioner | Provenance | RelatedPerson;

// Named above, but not exported.

const doseRecordSchema: z.ZodObject<{
    format: z.ZodLiteral<"dose-record/1">;
    id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
    person: z.ZodObject<{
        fullName: z.ZodString;
        birthDate: z.ZodType<_tiemchung_core.PartialDate, string, z.core.$ZodTypeInternals<_tiemchung_core.PartialDate, string>>;
        sex: z.ZodEnum<{
            female: "female";
            male: "male";
            unknown: "unknown";
        }>;
        nationality: z.ZodString;
        identityDocument: z.ZodDiscriminatedUnion<[
            z.ZodObject<{
                kind: z.ZodLiteral<"personal-number">;
                number: z.ZodString;
            }, z.core.$strict>,
            z.ZodObject<{
                kind: z.ZodLiteral<"cmnd-9">;
                number: z.ZodString;
            }, z.core.$strict>,
            z.ZodObject<{
                kind: z.ZodLiteral<"cmnd-12">;
                number: z.ZodString;
            }, z.core.$strict>,
            z.ZodObject<{
                kind: z.ZodLiteral<"military-8">;
                number: z.ZodString;
            }, z.core.$strict>,
            z.ZodObject<{
                kind: z.ZodLiteral<"passport">;
                number: z.ZodString;
                country: z.ZodString;
            }, z.core.$strict>,
            z.ZodObject<{
                kind: z.ZodLiteral<"none">;
                reason: z.ZodEnum<{
                    "not-issued": "not-issued";
                    "not-presented": "not-presented";
                    malformed: "malformed";
                }>;
            }, z.core.$strict>
        ], "kind">;
        healthInsurance: z.ZodOptional<z.ZodString>;
        phone: z.ZodOptional<z.ZodString>;
        guardian: z.ZodOptional<z.ZodObject<{
            relationship: z.ZodEnum<{
                father: "father";
                guardian: "guardian";
                mother: "mother";
            }>;
            fullName: z.ZodString;
            phone: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>>;
        permanentResidence: z.ZodOptional<z.ZodObject<{
            province: z.ZodString;
            district: z.ZodOptional<z.ZodString>;
            commune: z.ZodString;
            detail: z.ZodOptional<z.ZodString>;
            asOf: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
        }, z.core.$strict>>;
        currentResidence: z.ZodObject<{
            province: z.ZodString;
            district: z.ZodOptional<z.ZodString>;
            commune: z.ZodString;
            detail: z.ZodOptional<z.ZodString>;
            asOf: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
        }, z.core.$strict>;
        workplace: z.ZodOptional<z.ZodString>;
        ethnicGroup: z.ZodOptional<z.ZodString>;
        priorityGroup: z.ZodOptional<z.ZodInt>;
    }, z.core.$strict>;
    dose: z.ZodObject<{
        number: z.ZodInt;
        date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
        product: z.ZodString;
        lot: z.ZodString;
        expiryDate: z.ZodOptional<z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>>;
        volumeMl: z.ZodString;
        site: z.ZodEnum<{
            "left-arm": "left-arm";
            "left-thigh": "left-thigh";
            "right-arm": "right-arm";
            "right-thigh": "right-thigh";
        }>;
        route: z.ZodLiteral<"intramuscular">;
        facility: z.ZodString;
        vaccinator: z.ZodString;
        givenAt: z.ZodString;
        observedUntil: z.ZodOptional<z.ZodString>;
    }, z.core.$strict>;
    priorDoses: z.ZodArray<z.ZodObject<{
        number: z.ZodInt;
        date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
        product: z.ZodString;
        lot: z.ZodOptional<z.ZodString>;
        facility: z.ZodOptional<z.ZodString>;
    }, z.core.$strict>>;
    screening: z.ZodObject<{
        anaphylaxisToVaccine: z.ZodEnum<{
            no: "no";
            unknown: "unknown";
            yes: "yes";
        }>;
        acuteOrProgressingDisease: z.ZodEnum<{
            no: "no";
            unknown: "unknown";
            yes: "yes";
        }>;
        anyAllergy: z.ZodEnum<{
            no: "no";
            unknown: "unknown";
            yes: "yes";
        }>;
        consciousnessOrBehaviourDisorder: z.ZodEnum<{
            no: "no";
            unknown: "unknown";
            yes: "yes";
        }>;
        congenitalOrChronicDisease: z.ZodEnum<{
            no: "no";
            unknown: "unknown";
            yes: "yes";
        }>;
        abnormalHeartOrLungSounds: z.ZodEnum<{
            no: "no";
            unknown: "unknown";
            yes: "yes";
        }>;
        anaphylaxisGrade3: z.ZodEnum<{
            no: "no";
            unknown: "unknown";
            yes: "yes";
        }>;
        otherContraindication: z.ZodEnum<{
            no: "no";
            unknown: "unknown";
            yes: "yes";
        }>;
    }, z.core.$strict>;
    examination: z.ZodOptional<z.ZodObject<{
        temperature: z.ZodOptional<z.ZodString>;
        pulse: z.ZodOptional<z.ZodInt>;
        conclusion: z.ZodOptional<z.ZodEnum<{
            caution: "caution";
            contraindicated: "contraindicated";
            defer: "defer";
            eligible: "eligible";
            hospital: "hospital";
        }>>;
        by: z.ZodOptional<z.ZodString>;
    }, z.core.$strict>>;
    consent: z.ZodDiscriminatedUnion<[
        z.ZodObject<{
            by: z.ZodEnum<{
                father: "father";
                guardian: "guardian";
                mother: "mother";
            }>;
            name: z.ZodOptional<z.ZodString>;
            phone: z.ZodOptional<z.ZodString>;
            date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
            state: z.ZodLiteral<"agreed">;
        }, z.core.$strict>,
        z.ZodObject<{
            by: z.ZodEnum<{
                father: "father";
                guardian: "guardian";
                mother: "mother";
            }>;
            name: z.ZodOptional<z.ZodString>;
            phone: z.ZodOptional<z.ZodString>;
            date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
            state: z.ZodLiteral<"refused">;
        }, z.core.$strict>,
        z.ZodObject<{
            state: z.ZodLiteral<"none">;
        }, z.core.$strict>
    ], "state">;
    identity: z.ZodDiscriminatedUnion<[
        z.ZodObject<{
            status: z.ZodLiteral<"matched">;
            verificationId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
            at: z.ZodString;
        }, z.core.$strict>,
        z.ZodObject<{
            status: z.ZodLiteral<"not-required">;
            because: z.ZodLiteral<"foreign-passport">;
        }, z.core.$strict>,
        z.ZodObject<{
            status: z.ZodEnum<{
                "malformed-number": "malformed-number";
                "no-number": "no-number";
                "not-found": "not-found";
                mismatched: "mismatched";
                unverifiable: "unverifiable";
            }>;
            verificationId: z.ZodOptional<z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>>;
            at: z.ZodString;
        }, z.core.$strict>,
        z.ZodObject<{
            status: z.ZodLiteral<"pending">;
        }, z.core.$strict>
    ], "status">;
    reactions: z.ZodOptional<z.ZodArray<z.ZodObject<{
        what: z.ZodEnum<{
            "chest-pain": "chest-pain";
            "muscle-pain": "muscle-pain";
            "pain-at-site": "pain-at-site";
            "swelling-at-site": "swelling-at-site";
            anaphylaxis: "anaphylaxis";
            breathlessness: "breathlessness";
            fainting: "fainting";
            fatigue: "fatigue";
            fever: "fever";
            headache: "headache";
            nausea: "nausea";
            other: "other";
            rash: "rash";
            seizure: "seizure";
        }>;
        onset: z.ZodString;
        grade: z.ZodInt;
        outcome: z.ZodEnum<{
            fatal: "fatal";
            ongoing: "ongoing";
            recovering: "recovering";
            resolved: "resolved";
            sequelae: "sequelae";
            unknown: "unknown";
        }>;
        note: z.ZodOptional<z.ZodString>;
    }, z.core.$strict>>>;
    enteredAt: z.ZodString;
    enteredBy: z.ZodString;
    amends: z.ZodOptional<z.ZodObject<{
        recordId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        hash: z.ZodString;
        firstRecordId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        reason: z.ZodEnum<{
            "entry-error": "entry-error";
            "identity-correction": "identity-correction";
            "register-correction": "register-correction";
            feedback: "feedback";
        }>;
        feedbackId: z.ZodOptional<z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>>;
    }, z.core.$strict>>;
}, z.core.$strict>;

interface Base<Type extends string> {
    resourceType: Type;
    id?: string;
    meta?: {
        profile?: string[];
    };
    extension?: Extension[];
}

type DoseRecord = z.infer<typeof doseRecordSchema>;
