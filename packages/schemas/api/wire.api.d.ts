// The public surface of @tiemchung/schemas/wire. Written by `node tools/run.mjs surface --write`.

export const answerChallengeSchema: z.ZodObject<{
    code: z.ZodString;
}, z.core.$strict>;

export const archivedListSchema: z.ZodObject<{
    format: z.ZodLiteral<"archived-list/1">;
    listId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
    sentHash: z.ZodString;
    hash: z.ZodString;
    signature: z.ZodObject<{
        form: z.ZodEnum<{
            cms: "cms";
            jws: "jws";
        }>;
        value: z.ZodString;
    }, z.core.$strict>;
    signer: z.ZodObject<{
        office: z.ZodEnum<{
            "residents-group": "residents-group";
            health: "health";
            police: "police";
        }>;
        unit: z.ZodString;
        officer: z.ZodString;
    }, z.core.$strict>;
    receivedAt: z.ZodString;
    receivedBy: z.ZodString;
}, z.core.$strict>;

export const askFeedbackSchema: z.ZodObject<{
    revision: z.ZodInt;
    asks: z.ZodString;
}, z.core.$strict>;

export const challengeSchema: z.ZodObject<{
    challengeId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
}, z.core.$strict>;

export const changePasswordSchema: z.ZodObject<{
    current: z.ZodString;
    next: z.ZodString;
}, z.core.$strict>;

export const consentEvidenceSchema: z.ZodObject<{
    form: z.ZodEnum<{
        paper: "paper";
        sms: "sms";
        vneid: "vneid";
    }>;
    reference: z.ZodString;
    at: z.ZodString;
    by: z.ZodEnum<{
        father: "father";
        guardian: "guardian";
        mother: "mother";
        self: "self";
    }>;
}, z.core.$strict>;

export const correctionEventSchema: z.ZodObject<{
    id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
    recordId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
    at: z.ZodString;
    by: z.ZodObject<{
        office: z.ZodEnum<{
            "residents-group": "residents-group";
            health: "health";
            police: "police";
        }>;
        unit: z.ZodString;
        officer: z.ZodString;
    }, z.core.$strict>;
    step: z.ZodDiscriminatedUnion<[
        z.ZodObject<{
            kind: z.ZodLiteral<"opened">;
            class: z.ZodEnum<{
                "malformed-number": "malformed-number";
                "no-number": "no-number";
                "wrong-birth-date": "wrong-birth-date";
                "wrong-name": "wrong-name";
                "wrong-number": "wrong-number";
                "wrong-several": "wrong-several";
                "wrong-sex": "wrong-sex";
                "wrong-unnamed": "wrong-unnamed";
                unverified: "unverified";
            }>;
            mismatched: z.ZodArray<z.ZodEnum<{
                "birth-date": "birth-date";
                name: "name";
                number: "number";
                sex: "sex";
            }>>;
            commune: z.ZodString;
        }, z.core.$strict>,
        z.ZodObject<{
            kind: z.ZodLiteral<"handed-over">;
            listId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        }, z.core.$strict>,
        z.ZodObject<{
            kind: z.ZodLiteral<"decided">;
            outcome: z.ZodEnum<{
                "claim-wrong": "claim-wrong";
                "register-wrong": "register-wrong";
            }>;
            fields: z.ZodArray<z.ZodEnum<{
                "birth-date": "birth-date";
                name: "name";
                number: "number";
                sex: "sex";
            }>>;
            because: z.ZodEnum<{
                "birth-certificate": "birth-certificate";
                "citizen-card": "citizen-card";
                "civil-register": "civil-register";
                "person-heard": "person-heard";
                "residence-file": "residence-file";
            }>;
            listId: z.ZodOptional<z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>>;
        }, z.core.$strict>,
        z.ZodObject<{
            kind: z.ZodLiteral<"corrected">;
            fields: z.ZodArray<z.ZodEnum<{
                "birth-date": "birth-date";
                name: "name";
                number: "number";
                sex: "sex";
            }>>;
        }, z.core.$strict>,
        z.ZodObject<{
            kind: z.ZodLiteral<"answered">;
            status: z.ZodEnum<{
                "malformed-number": "malformed-number";
                "no-number": "no-number";
                "not-found": "not-found";
                "not-required": "not-required";
                matched: "matched";
                mismatched: "mismatched";
                unverifiable: "unverifiable";
            }>;
            class: z.ZodEnum<{
                "malformed-number": "malformed-number";
                "no-number": "no-number";
                "not-required": "not-required";
                "wrong-birth-date": "wrong-birth-date";
                "wrong-name": "wrong-name";
                "wrong-number": "wrong-number";
                "wrong-several": "wrong-several";
                "wrong-sex": "wrong-sex";
                "wrong-unnamed": "wrong-unnamed";
                correct: "correct";
                unverified: "unverified";
            }>;
            mismatched: z.ZodArray<z.ZodEnum<{
                "birth-date": "birth-date";
                name: "name";
                number: "number";
                sex: "sex";
            }>>;
        }, z.core.$strict>
    ], "kind">;
}, z.core.$strict>;

export const dayReportSchema: z.ZodObject<{
    sequence: z.ZodOptional<z.ZodInt>;
    byMinutes: z.ZodOptional<z.ZodInt>;
    sent: z.ZodOptional<z.ZodInt>;
    unreadable: z.ZodOptional<z.ZodInt>;
    policy: z.ZodOptional<z.ZodObject<{
        id: z.ZodString;
        version: z.ZodString;
        regime: z.ZodString;
        unknownSteps: z.ZodInt;
    }, z.core.$strict>>;
    late: z.ZodOptional<z.ZodObject<{
        ofDay: z.ZodObject<{
            byMinutes: z.ZodInt;
            sent: z.ZodInt;
            acknowledged: z.ZodInt;
            open: z.ZodRecord<z.ZodString, z.ZodInt>;
            given: z.ZodInt;
            entered: z.ZodInt;
            complete: z.ZodInt;
            settled: z.ZodInt;
            signed: z.ZodInt;
        }, z.core.$strict>;
        ofEarlierDays: z.ZodObject<{
            byMinutes: z.ZodInt;
            sent: z.ZodInt;
            acknowledged: z.ZodInt;
            open: z.ZodRecord<z.ZodString, z.ZodInt>;
            given: z.ZodInt;
            entered: z.ZodInt;
            complete: z.ZodInt;
            settled: z.ZodInt;
            signed: z.ZodInt;
        }, z.core.$strict>;
    }, z.core.$strict>>;
    amendments: z.ZodOptional<z.ZodObject<{
        made: z.ZodInt;
        signed: z.ZodInt;
        acknowledged: z.ZodInt;
    }, z.core.$strict>>;
    sessions: z.ZodOptional<z.ZodArray<z.ZodObject<{
        byMinutes: z.ZodInt;
        sent: z.ZodInt;
        acknowledged: z.ZodInt;
        open: z.ZodRecord<z.ZodString, z.ZodInt>;
        given: z.ZodInt;
        entered: z.ZodInt;
        complete: z.ZodInt;
        settled: z.ZodInt;
        signed: z.ZodInt;
        id: z.ZodString;
    }, z.core.$strict>>>;
    vaccinators: z.ZodOptional<z.ZodArray<z.ZodObject<{
        byMinutes: z.ZodInt;
        sent: z.ZodInt;
        acknowledged: z.ZodInt;
        open: z.ZodRecord<z.ZodString, z.ZodInt>;
        given: z.ZodInt;
        entered: z.ZodInt;
        complete: z.ZodInt;
        settled: z.ZodInt;
        signed: z.ZodInt;
        code: z.ZodString;
    }, z.core.$strict>>>;
    minutes: z.ZodOptional<z.ZodArray<z.ZodObject<{
        from: z.ZodEnum<{
            acknowledged: "acknowledged";
            complete: "complete";
            entered: "entered";
            given: "given";
            settled: "settled";
            signed: "signed";
        }>;
        to: z.ZodEnum<{
            acknowledged: "acknowledged";
            complete: "complete";
            entered: "entered";
            given: "given";
            settled: "settled";
            signed: "signed";
        }>;
        count: z.ZodInt;
        median: z.ZodOptional<z.ZodNumber>;
    }, z.core.$strict>>>;
    deadlines: z.ZodOptional<z.ZodArray<z.ZodObject<{
        step: z.ZodEnum<{
            acknowledged: "acknowledged";
            complete: "complete";
            entered: "entered";
            reported: "reported";
            sent: "sent";
            settled: "settled";
            signed: "signed";
        }>;
        dueAt: z.ZodOptional<z.ZodString>;
        minutesLeft: z.ZodOptional<z.ZodInt>;
        open: z.ZodInt;
        overdue: z.ZodInt;
    }, z.core.$strict>>>;
    identity: z.ZodOptional<z.ZodObject<{
        beforeFirstDose: z.ZodInt;
        afterFirstDose: z.ZodInt;
        open: z.ZodInt;
        inTime: z.ZodOptional<z.ZodBoolean>;
    }, z.core.$strict>>;
    next: z.ZodOptional<z.ZodArray<z.ZodObject<{
        who: z.ZodString;
        step: z.ZodEnum<{
            acknowledged: "acknowledged";
            complete: "complete";
            entered: "entered";
            reported: "reported";
            sent: "sent";
            settled: "settled";
            signed: "signed";
        }>;
        code: z.ZodString;
        count: z.ZodInt;
        overdue: z.ZodInt;
        dueAt: z.ZodOptional<z.ZodString>;
    }, z.core.$strict>>>;
    feedbackOpen: z.ZodOptional<z.ZodInt>;
    closing: z.ZodOptional<z.ZodObject<{
        state: z.ZodEnum<{
            closed: "closed";
            reopened: "reopened";
        }>;
        at: z.ZodString;
        open: z.ZodInt;
        withReason: z.ZodBoolean;
    }, z.core.$strict>>;
    acknowledged: z.ZodInt;
    open: z.ZodRecord<z.ZodString, z.ZodInt>;
    finished: z.ZodBoolean;
    given: z.ZodInt;
    entered: z.ZodInt;
    complete: z.ZodInt;
    settled: z.ZodInt;
    signed: z.ZodInt;
    format: z.ZodLiteral<"day-report/1">;
    facility: z.ZodString;
    date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
    madeAt: z.ZodString;
}, z.core.$strict>;

export const daySealSchema: z.ZodObject<{
    format: z.ZodLiteral<"day-seal/1">;
    facility: z.ZodString;
    date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
    jws: z.ZodUnion<readonly [
        z.ZodString,
        z.ZodObject<{
            payload: z.ZodString;
            protected: z.ZodString;
            header: z.ZodObject<{
                etsiU: z.ZodArray<z.ZodString>;
            }, z.core.$strict>;
            signature: z.ZodString;
        }, z.core.$strict>
    ]>;
}, z.core.$strict>;

export const decideFeedbackSchema: z.ZodObject<{
    revision: z.ZodInt;
    decision: z.ZodDiscriminatedUnion<[
        z.ZodObject<{
            outcome: z.ZodLiteral<"approved">;
            note: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>,
        z.ZodObject<{
            outcome: z.ZodLiteral<"later">;
            note: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>,
        z.ZodObject<{
            outcome: z.ZodLiteral<"rejected">;
            reason: z.ZodEnum<{
                "birth-date-differs": "birth-date-differs";
                "confirmation-incomplete": "confirmation-incomplete";
                "dose-number-differs": "dose-number-differs";
                "name-contradicts-certificate": "name-contradicts-certificate";
                "name-incomplete-or-without-diacritics": "name-incomplete-or-without-diacritics";
                "nothing-matches": "nothing-matches";
                "personal-data-altered": "personal-data-altered";
                "personal-data-covered": "personal-data-covered";
                "photo-unreadable": "photo-unreadable";
                "portrait-instead-of-certificate": "portrait-instead-of-certificate";
                "product-differs": "product-differs";
                "screening-form-incomplete": "screening-form-incomplete";
                "vaccination-date-differs": "vaccination-date-differs";
            }>;
        }, z.core.$strict>
    ], "outcome">;
}, z.core.$strict>;

export const feedbackNotificationSchema: z.ZodObject<{
    type: z.ZodLiteral<"feedback.changed">;
    timestamp: z.ZodString;
    data: z.ZodObject<{
        id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        action: z.ZodEnum<{
            "pass-on": "pass-on";
            approve: "approve";
            ask: "ask";
            attach: "attach";
            confirm: "confirm";
            correct: "correct";
            postpone: "postpone";
            reject: "reject";
            resolve: "resolve";
            supplement: "supplement";
            take: "take";
            withdraw: "withdraw";
        }>;
        state: z.ZodEnum<{
            "awaiting-code": "awaiting-code";
            "in-review": "in-review";
            "needs-information": "needs-information";
            approved: "approved";
            later: "later";
            received: "received";
            rejected: "rejected";
            resolved: "resolved";
            withdrawn: "withdrawn";
        }>;
        revision: z.ZodInt;
        handler: z.ZodObject<{
            level: z.ZodEnum<{
                "provincial-cdc": "provincial-cdc";
                commune: "commune";
                district: "district";
                facility: "facility";
                ministry: "ministry";
                police: "police";
                province: "province";
            }>;
            unit: z.ZodString;
        }, z.core.$strict>;
    }, z.core.$strict>;
}, z.core.$strict>;

export const handOverListSchema: z.ZodObject<{
    format: z.ZodLiteral<"hand-over-list/1">;
    id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
    to: z.ZodEnum<{
        "residents-group": "residents-group";
        health: "health";
        police: "police";
    }>;
    unit: z.ZodString;
    hamlet: z.ZodOptional<z.ZodString>;
    madeAt: z.ZodString;
    madeBy: z.ZodString;
    rows: z.ZodArray<z.ZodObject<{
        recordId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        class: z.ZodEnum<{
            "malformed-number": "malformed-number";
            "no-number": "no-number";
            "wrong-birth-date": "wrong-birth-date";
            "wrong-name": "wrong-name";
            "wrong-number": "wrong-number";
            "wrong-several": "wrong-several";
            "wrong-sex": "wrong-sex";
            "wrong-unnamed": "wrong-unnamed";
            unverified: "unverified";
        }>;
        mismatched: z.ZodArray<z.ZodEnum<{
            "birth-date": "birth-date";
            name: "name";
            number: "number";
            sex: "sex";
        }>>;
        byCurrentResidence: z.ZodBoolean;
        claimed: z.ZodObject<{
            number: z.ZodOptional<z.ZodString>;
            fullName: z.ZodString;
            birthDate: z.ZodType<_tiemchung_core.PartialDate, string, z.core.$ZodTypeInternals<_tiemchung_core.PartialDate, string>>;
            sex: z.ZodEnum<{
                female: "female";
                male: "male";
                unknown: "unknown";
            }>;
        }, z.core.$strict>;
    }, z.core.$strict>>;
}, z.core.$strict>;

export const identityDayReportSchema: z.ZodObject<{
    format: z.ZodLiteral<"identity-day-report/1">;
    date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
    madeAt: z.ZodString;
    communes: z.ZodArray<z.ZodObject<{
        openBefore: z.ZodInt;
        opened: z.ZodInt;
        settled: z.ZodInt;
        openAfter: z.ZodInt;
        claimWrong: z.ZodInt;
        registerWrong: z.ZodInt;
        classes: z.ZodRecord<z.ZodEnum<{
            "malformed-number": "malformed-number";
            "no-number": "no-number";
            "wrong-birth-date": "wrong-birth-date";
            "wrong-name": "wrong-name";
            "wrong-number": "wrong-number";
            "wrong-several": "wrong-several";
            "wrong-sex": "wrong-sex";
            "wrong-unnamed": "wrong-unnamed";
            unverified: "unverified";
        }> & z.core.$partial, z.ZodInt>;
        commune: z.ZodString;
    }, z.core.$strict>>;
    total: z.ZodObject<{
        openBefore: z.ZodInt;
        opened: z.ZodInt;
        settled: z.ZodInt;
        openAfter: z.ZodInt;
        claimWrong: z.ZodInt;
        registerWrong: z.ZodInt;
        classes: z.ZodRecord<z.ZodEnum<{
            "malformed-number": "malformed-number";
            "no-number": "no-number";
            "wrong-birth-date": "wrong-birth-date";
            "wrong-name": "wrong-name";
            "wrong-number": "wrong-number";
            "wrong-several": "wrong-several";
            "wrong-sex": "wrong-sex";
            "wrong-unnamed": "wrong-unnamed";
            unverified: "unverified";
        }> & z.core.$partial, z.ZodInt>;
    }, z.core.$strict>;
}, z.core.$strict>;

export const issueRequestSchema: z.ZodObject<{
    request: z.ZodObject<{
        format: z.ZodLiteral<"certificate-request/1">;
        id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        familyName: z.ZodString;
        givenName: z.ZodOptional<z.ZodString>;
        birthDate: z.ZodType<_tiemchung_core.PartialDate, string, z.core.$ZodTypeInternals<_tiemchung_core.PartialDate, string>>;
        nationality: z.ZodString;
        disease: z.ZodLiteral<"840539006">;
        dosesReceived: z.ZodInt;
        courseDoses: z.ZodInt;
        vaccinationDate: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
        doseNumber: z.ZodInt;
        product: z.ZodString;
        lot: z.ZodString;
        recordIds: z.ZodArray<z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>>;
    }, z.core.$strict>;
    algorithm: z.ZodEnum<{
        ES256: "ES256";
        PS256: "PS256";
    }>;
    replaces: z.ZodOptional<z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>>;
}, z.core.$strict>;

export const issuedCertificateSchema: z.ZodObject<{
    id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
    certificateId: z.ZodString;
    text: z.ZodString;
    issuedAt: z.ZodString;
    expiresAt: z.ZodString;
    recordIds: z.ZodArray<z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>>;
    revoked: z.ZodBoolean;
}, z.core.$strict>;

export const logInSchema: z.ZodObject<{
    account: z.ZodString;
    password: z.ZodString;
}, z.core.$strict>;

export const matchFieldSchema: z.ZodEnum<{
    "birth-date": "birth-date";
    name: "name";
    number: "number";
    sex: "sex";
}>;

export const minutedRecordsSchema: z.ZodObject<{
    minutes: z.ZodObject<{
        format: z.ZodLiteral<"minutes/1">;
        id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        facility: z.ZodString;
        date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
        ledBy: z.ZodObject<{
            role: z.ZodEnum<{
                "commune-chair": "commune-chair";
                "facility-head": "facility-head";
            }>;
            fullName: z.ZodString;
        }, z.core.$strict>;
        parties: z.ZodArray<z.ZodObject<{
            role: z.ZodEnum<{
                "health-station": "health-station";
                "residents-group": "residents-group";
                police: "police";
                school: "school";
            }>;
            fullName: z.ZodString;
        }, z.core.$strict>>;
        records: z.ZodArray<z.ZodObject<{
            recordId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
            hash: z.ZodString;
        }, z.core.$strict>>;
        concludedAt: z.ZodString;
    }, z.core.$strict>;
    records: z.ZodArray<z.ZodString>;
}, z.core.$strict>;

export const minutesSchema: z.ZodObject<{
    format: z.ZodLiteral<"minutes/1">;
    id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
    facility: z.ZodString;
    date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
    ledBy: z.ZodObject<{
        role: z.ZodEnum<{
            "commune-chair": "commune-chair";
            "facility-head": "facility-head";
        }>;
        fullName: z.ZodString;
    }, z.core.$strict>;
    parties: z.ZodArray<z.ZodObject<{
        role: z.ZodEnum<{
            "health-station": "health-station";
            "residents-group": "residents-group";
            police: "police";
            school: "school";
        }>;
        fullName: z.ZodString;
    }, z.core.$strict>>;
    records: z.ZodArray<z.ZodObject<{
        recordId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        hash: z.ZodString;
    }, z.core.$strict>>;
    concludedAt: z.ZodString;
}, z.core.$strict>;

export const noticeSchema: z.ZodObject<{
    reference: z.ZodString;
}, z.core.$strict>;

export const noticedDoseSchema: z.ZodObject<{
    recordId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
    facility: z.ZodString;
    facilityName: z.ZodString;
    doseNumber: z.ZodInt;
    date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
    product: z.ZodString;
}, z.core.$strict>;

export const openCaseClassSchema: z.ZodEnum<{
    "malformed-number": "malformed-number";
    "no-number": "no-number";
    "wrong-birth-date": "wrong-birth-date";
    "wrong-name": "wrong-name";
    "wrong-number": "wrong-number";
    "wrong-several": "wrong-several";
    "wrong-sex": "wrong-sex";
    "wrong-unnamed": "wrong-unnamed";
    unverified: "unverified";
}>;

export const openWebhookEndpointSchema: z.ZodObject<{
    url: z.ZodString;
    unit: z.ZodString;
}, z.core.$strict>;

export const passOnFeedbackSchema: z.ZodObject<{
    revision: z.ZodInt;
    to: z.ZodObject<{
        level: z.ZodEnum<{
            "provincial-cdc": "provincial-cdc";
            commune: "commune";
            district: "district";
            facility: "facility";
            ministry: "ministry";
            police: "police";
            province: "province";
        }>;
        unit: z.ZodString;
    }, z.core.$strict>;
}, z.core.$strict>;

export const passwordChangedSchema: z.ZodObject<{
    account: z.ZodString;
    at: z.ZodString;
}, z.core.$strict>;

export const problemSchema: z.ZodObject<{
    type: z.ZodString;
    title: z.ZodString;
    status: z.ZodInt;
    code: z.ZodString;
    detail: z.ZodOptional<z.ZodString>;
    sentences: z.ZodOptional<z.ZodObject<{
        vi: z.ZodString;
        en: z.ZodString;
    }, z.core.$strict>>;
    issues: z.ZodOptional<z.ZodArray<z.ZodObject<{
        code: z.ZodString;
        path: z.ZodArray<z.ZodUnion<readonly [
            z.ZodString,
            z.ZodNumber
        ]>>;
    }, z.core.$loose>>>;
    requestId: z.ZodOptional<z.ZodString>;
    current: z.ZodOptional<z.ZodUnknown>;
}, z.core.$loose>;

export const receiptSchema: z.ZodObject<{
    recordId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
    serverId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
    receivedAt: z.ZodString;
    hash: z.ZodString;
}, z.core.$strict>;

export const refreshSchema: z.ZodObject<{
    refreshToken: z.ZodString;
}, z.core.$strict>;

export const registerCorrectionSchema: z.ZodObject<{
    id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
    number: z.ZodString;
    fullName: z.ZodOptional<z.ZodString>;
    birthDate: z.ZodOptional<z.ZodType<_tiemchung_core.PartialDate, string, z.core.$ZodTypeInternals<_tiemchung_core.PartialDate, string>>>;
    sex: z.ZodOptional<z.ZodEnum<{
        female: "female";
        male: "male";
        unknown: "unknown";
    }>>;
    officer: z.ZodString;
}, z.core.$strict>;

export const resolveFeedbackSchema: z.ZodObject<{
    revision: z.ZodInt;
    amendmentId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
}, z.core.$strict>;

export const returnedListSchema: z.ZodObject<{
    format: z.ZodLiteral<"returned-list/1">;
    list: z.ZodObject<{
        format: z.ZodLiteral<"hand-over-list/1">;
        id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        to: z.ZodEnum<{
            "residents-group": "residents-group";
            health: "health";
            police: "police";
        }>;
        unit: z.ZodString;
        hamlet: z.ZodOptional<z.ZodString>;
        madeAt: z.ZodString;
        madeBy: z.ZodString;
        rows: z.ZodArray<z.ZodObject<{
            recordId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
            class: z.ZodEnum<{
                "malformed-number": "malformed-number";
                "no-number": "no-number";
                "wrong-birth-date": "wrong-birth-date";
                "wrong-name": "wrong-name";
                "wrong-number": "wrong-number";
                "wrong-several": "wrong-several";
                "wrong-sex": "wrong-sex";
                "wrong-unnamed": "wrong-unnamed";
                unverified: "unverified";
            }>;
            mismatched: z.ZodArray<z.ZodEnum<{
                "birth-date": "birth-date";
                name: "name";
                number: "number";
                sex: "sex";
            }>>;
            byCurrentResidence: z.ZodBoolean;
            claimed: z.ZodObject<{
                number: z.ZodOptional<z.ZodString>;
                fullName: z.ZodString;
                birthDate: z.ZodType<_tiemchung_core.PartialDate, string, z.core.$ZodTypeInternals<_tiemchung_core.PartialDate, string>>;
                sex: z.ZodEnum<{
                    female: "female";
                    male: "male";
                    unknown: "unknown";
                }>;
            }, z.core.$strict>;
        }, z.core.$strict>>;
    }, z.core.$strict>;
    findings: z.ZodArray<z.ZodObject<{
        recordId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        outcome: z.ZodEnum<{
            "claim-wrong": "claim-wrong";
            "left-open": "left-open";
            "register-wrong": "register-wrong";
        }>;
        because: z.ZodOptional<z.ZodEnum<{
            "birth-certificate": "birth-certificate";
            "citizen-card": "citizen-card";
            "civil-register": "civil-register";
            "person-heard": "person-heard";
            "residence-file": "residence-file";
        }>>;
        corrected: z.ZodOptional<z.ZodObject<{
            number: z.ZodOptional<z.ZodOptional<z.ZodString>>;
            fullName: z.ZodOptional<z.ZodString>;
            birthDate: z.ZodOptional<z.ZodType<_tiemchung_core.PartialDate, string, z.core.$ZodTypeInternals<_tiemchung_core.PartialDate, string>>>;
            sex: z.ZodOptional<z.ZodEnum<{
                female: "female";
                male: "male";
                unknown: "unknown";
            }>>;
        }, z.core.$strict>>;
    }, z.core.$strict>>;
}, z.core.$strict>;

export const roleSchema: z.ZodEnum<{
    "central-signer": "central-signer";
    "commune-chair": "commune-chair";
    "commune-police": "commune-police";
    "commune-station": "commune-station";
    "district-centre": "district-centre";
    "facility-head": "facility-head";
    "facility-staff": "facility-staff";
    "provincial-cdc": "provincial-cdc";
    citizen: "citizen";
    ministry: "ministry";
    province: "province";
}>;

export const rollUpRowSchema: z.ZodObject<{
    facility: z.ZodString;
    state: z.ZodEnum<{
        "not-vaccinating": "not-vaccinating";
        finished: "finished";
        open: "open";
        silent: "silent";
    }>;
    report: z.ZodOptional<z.ZodObject<{
        sequence: z.ZodOptional<z.ZodInt>;
        byMinutes: z.ZodOptional<z.ZodInt>;
        sent: z.ZodOptional<z.ZodInt>;
        unreadable: z.ZodOptional<z.ZodInt>;
        policy: z.ZodOptional<z.ZodObject<{
            id: z.ZodString;
            version: z.ZodString;
            regime: z.ZodString;
            unknownSteps: z.ZodInt;
        }, z.core.$strict>>;
        late: z.ZodOptional<z.ZodObject<{
            ofDay: z.ZodObject<{
                byMinutes: z.ZodInt;
                sent: z.ZodInt;
                acknowledged: z.ZodInt;
                open: z.ZodRecord<z.ZodString, z.ZodInt>;
                given: z.ZodInt;
                entered: z.ZodInt;
                complete: z.ZodInt;
                settled: z.ZodInt;
                signed: z.ZodInt;
            }, z.core.$strict>;
            ofEarlierDays: z.ZodObject<{
                byMinutes: z.ZodInt;
                sent: z.ZodInt;
                acknowledged: z.ZodInt;
                open: z.ZodRecord<z.ZodString, z.ZodInt>;
                given: z.ZodInt;
                entered: z.ZodInt;
                complete: z.ZodInt;
                settled: z.ZodInt;
                signed: z.ZodInt;
            }, z.core.$strict>;
        }, z.core.$strict>>;
        amendments: z.ZodOptional<z.ZodObject<{
            made: z.ZodInt;
            signed: z.ZodInt;
            acknowledged: z.ZodInt;
        }, z.core.$strict>>;
        sessions: z.ZodOptional<z.ZodArray<z.ZodObject<{
            byMinutes: z.ZodInt;
            sent: z.ZodInt;
            acknowledged: z.ZodInt;
            open: z.ZodRecord<z.ZodString, z.ZodInt>;
            given: z.ZodInt;
            entered: z.ZodInt;
            complete: z.ZodInt;
            settled: z.ZodInt;
            signed: z.ZodInt;
            id: z.ZodString;
        }, z.core.$strict>>>;
        vaccinators: z.ZodOptional<z.ZodArray<z.ZodObject<{
            byMinutes: z.ZodInt;
            sent: z.ZodInt;
            acknowledged: z.ZodInt;
            open: z.ZodRecord<z.ZodString, z.ZodInt>;
            given: z.ZodInt;
            entered: z.ZodInt;
            complete: z.ZodInt;
            settled: z.ZodInt;
            signed: z.ZodInt;
            code: z.ZodString;
        }, z.core.$strict>>>;
        minutes: z.ZodOptional<z.ZodArray<z.ZodObject<{
            from: z.ZodEnum<{
                acknowledged: "acknowledged";
                complete: "complete";
                entered: "entered";
                given: "given";
                settled: "settled";
                signed: "signed";
            }>;
            to: z.ZodEnum<{
                acknowledged: "acknowledged";
                complete: "complete";
                entered: "entered";
                given: "given";
                settled: "settled";
                signed: "signed";
            }>;
            count: z.ZodInt;
            median: z.ZodOptional<z.ZodNumber>;
        }, z.core.$strict>>>;
        deadlines: z.ZodOptional<z.ZodArray<z.ZodObject<{
            step: z.ZodEnum<{
                acknowledged: "acknowledged";
                complete: "complete";
                entered: "entered";
                reported: "reported";
                sent: "sent";
                settled: "settled";
                signed: "signed";
            }>;
            dueAt: z.ZodOptional<z.ZodString>;
            minutesLeft: z.ZodOptional<z.ZodInt>;
            open: z.ZodInt;
            overdue: z.ZodInt;
        }, z.core.$strict>>>;
        identity: z.ZodOptional<z.ZodObject<{
            beforeFirstDose: z.ZodInt;
            afterFirstDose: z.ZodInt;
            open: z.ZodInt;
            inTime: z.ZodOptional<z.ZodBoolean>;
        }, z.core.$strict>>;
        next: z.ZodOptional<z.ZodArray<z.ZodObject<{
            who: z.ZodString;
            step: z.ZodEnum<{
                acknowledged: "acknowledged";
                complete: "complete";
                entered: "entered";
                reported: "reported";
                sent: "sent";
                settled: "settled";
                signed: "signed";
            }>;
            code: z.ZodString;
            count: z.ZodInt;
            overdue: z.ZodInt;
            dueAt: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>>>;
        feedbackOpen: z.ZodOptional<z.ZodInt>;
        closing: z.ZodOptional<z.ZodObject<{
            state: z.ZodEnum<{
                closed: "closed";
                reopened: "reopened";
            }>;
            at: z.ZodString;
            open: z.ZodInt;
            withReason: z.ZodBoolean;
        }, z.core.$strict>>;
        acknowledged: z.ZodInt;
        open: z.ZodRecord<z.ZodString, z.ZodInt>;
        finished: z.ZodBoolean;
        given: z.ZodInt;
        entered: z.ZodInt;
        complete: z.ZodInt;
        settled: z.ZodInt;
        signed: z.ZodInt;
        format: z.ZodLiteral<"day-report/1">;
        facility: z.ZodString;
        date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
        madeAt: z.ZodString;
    }, z.core.$strict>>;
}, z.core.$strict>;

export const rollUpSchema: z.ZodObject<{
    district: z.ZodString;
    date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
    madeAt: z.ZodString;
    rows: z.ZodArray<z.ZodObject<{
        facility: z.ZodString;
        state: z.ZodEnum<{
            "not-vaccinating": "not-vaccinating";
            finished: "finished";
            open: "open";
            silent: "silent";
        }>;
        report: z.ZodOptional<z.ZodObject<{
            sequence: z.ZodOptional<z.ZodInt>;
            byMinutes: z.ZodOptional<z.ZodInt>;
            sent: z.ZodOptional<z.ZodInt>;
            unreadable: z.ZodOptional<z.ZodInt>;
            policy: z.ZodOptional<z.ZodObject<{
                id: z.ZodString;
                version: z.ZodString;
                regime: z.ZodString;
                unknownSteps: z.ZodInt;
            }, z.core.$strict>>;
            late: z.ZodOptional<z.ZodObject<{
                ofDay: z.ZodObject<{
                    byMinutes: z.ZodInt;
                    sent: z.ZodInt;
                    acknowledged: z.ZodInt;
                    open: z.ZodRecord<z.ZodString, z.ZodInt>;
                    given: z.ZodInt;
                    entered: z.ZodInt;
                    complete: z.ZodInt;
                    settled: z.ZodInt;
                    signed: z.ZodInt;
                }, z.core.$strict>;
                ofEarlierDays: z.ZodObject<{
                    byMinutes: z.ZodInt;
                    sent: z.ZodInt;
                    acknowledged: z.ZodInt;
                    open: z.ZodRecord<z.ZodString, z.ZodInt>;
                    given: z.ZodInt;
                    entered: z.ZodInt;
                    complete: z.ZodInt;
                    settled: z.ZodInt;
                    signed: z.ZodInt;
                }, z.core.$strict>;
            }, z.core.$strict>>;
            amendments: z.ZodOptional<z.ZodObject<{
                made: z.ZodInt;
                signed: z.ZodInt;
                acknowledged: z.ZodInt;
            }, z.core.$strict>>;
            sessions: z.ZodOptional<z.ZodArray<z.ZodObject<{
                byMinutes: z.ZodInt;
                sent: z.ZodInt;
                acknowledged: z.ZodInt;
                open: z.ZodRecord<z.ZodString, z.ZodInt>;
                given: z.ZodInt;
                entered: z.ZodInt;
                complete: z.ZodInt;
                settled: z.ZodInt;
                signed: z.ZodInt;
                id: z.ZodString;
            }, z.core.$strict>>>;
            vaccinators: z.ZodOptional<z.ZodArray<z.ZodObject<{
                byMinutes: z.ZodInt;
                sent: z.ZodInt;
                acknowledged: z.ZodInt;
                open: z.ZodRecord<z.ZodString, z.ZodInt>;
                given: z.ZodInt;
                entered: z.ZodInt;
                complete: z.ZodInt;
                settled: z.ZodInt;
                signed: z.ZodInt;
                code: z.ZodString;
            }, z.core.$strict>>>;
            minutes: z.ZodOptional<z.ZodArray<z.ZodObject<{
                from: z.ZodEnum<{
                    acknowledged: "acknowledged";
                    complete: "complete";
                    entered: "entered";
                    given: "given";
                    settled: "settled";
                    signed: "signed";
                }>;
                to: z.ZodEnum<{
                    acknowledged: "acknowledged";
                    complete: "complete";
                    entered: "entered";
                    given: "given";
                    settled: "settled";
                    signed: "signed";
                }>;
                count: z.ZodInt;
                median: z.ZodOptional<z.ZodNumber>;
            }, z.core.$strict>>>;
            deadlines: z.ZodOptional<z.ZodArray<z.ZodObject<{
                step: z.ZodEnum<{
                    acknowledged: "acknowledged";
                    complete: "complete";
                    entered: "entered";
                    reported: "reported";
                    sent: "sent";
                    settled: "settled";
                    signed: "signed";
                }>;
                dueAt: z.ZodOptional<z.ZodString>;
                minutesLeft: z.ZodOptional<z.ZodInt>;
                open: z.ZodInt;
                overdue: z.ZodInt;
            }, z.core.$strict>>>;
            identity: z.ZodOptional<z.ZodObject<{
                beforeFirstDose: z.ZodInt;
                afterFirstDose: z.ZodInt;
                open: z.ZodInt;
                inTime: z.ZodOptional<z.ZodBoolean>;
            }, z.core.$strict>>;
            next: z.ZodOptional<z.ZodArray<z.ZodObject<{
                who: z.ZodString;
                step: z.ZodEnum<{
                    acknowledged: "acknowledged";
                    complete: "complete";
                    entered: "entered";
                    reported: "reported";
                    sent: "sent";
                    settled: "settled";
                    signed: "signed";
                }>;
                code: z.ZodString;
                count: z.ZodInt;
                overdue: z.ZodInt;
                dueAt: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>>>;
            feedbackOpen: z.ZodOptional<z.ZodInt>;
            closing: z.ZodOptional<z.ZodObject<{
                state: z.ZodEnum<{
                    closed: "closed";
                    reopened: "reopened";
                }>;
                at: z.ZodString;
                open: z.ZodInt;
                withReason: z.ZodBoolean;
            }, z.core.$strict>>;
            acknowledged: z.ZodInt;
            open: z.ZodRecord<z.ZodString, z.ZodInt>;
            finished: z.ZodBoolean;
            given: z.ZodInt;
            entered: z.ZodInt;
            complete: z.ZodInt;
            settled: z.ZodInt;
            signed: z.ZodInt;
            format: z.ZodLiteral<"day-report/1">;
            facility: z.ZodString;
            date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
            madeAt: z.ZodString;
        }, z.core.$strict>>;
    }, z.core.$strict>>;
}, z.core.$strict>;

export const sealProofSchema: z.ZodObject<{
    format: z.ZodLiteral<"seal-proof/1">;
    seal: z.ZodString;
    recordId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
    index: z.ZodInt;
    hashes: z.ZodArray<z.ZodString>;
}, z.core.$strict>;

export const sealedRecordSchema: z.ZodObject<{
    format: z.ZodLiteral<"sealed-record/1">;
    recordId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
    facility: z.ZodString;
    record: z.ZodString;
    proof: z.ZodObject<{
        format: z.ZodLiteral<"seal-proof/1">;
        seal: z.ZodString;
        recordId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        index: z.ZodInt;
        hashes: z.ZodArray<z.ZodString>;
    }, z.core.$strict>;
    seal: z.ZodObject<{
        format: z.ZodLiteral<"day-seal/1">;
        facility: z.ZodString;
        date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
        jws: z.ZodUnion<readonly [
            z.ZodString,
            z.ZodObject<{
                payload: z.ZodString;
                protected: z.ZodString;
                header: z.ZodObject<{
                    etsiU: z.ZodArray<z.ZodString>;
                }, z.core.$strict>;
                signature: z.ZodString;
            }, z.core.$strict>
        ]>;
    }, z.core.$strict>;
}, z.core.$strict>;

export const sessionSchema: z.ZodObject<{
    accessToken: z.ZodString;
    refreshToken: z.ZodString;
    expiresAt: z.ZodString;
    account: z.ZodString;
    role: z.ZodEnum<{
        "central-signer": "central-signer";
        "commune-chair": "commune-chair";
        "commune-police": "commune-police";
        "commune-station": "commune-station";
        "district-centre": "district-centre";
        "facility-head": "facility-head";
        "facility-staff": "facility-staff";
        "provincial-cdc": "provincial-cdc";
        citizen: "citizen";
        ministry: "ministry";
        province: "province";
    }>;
    unit: z.ZodOptional<z.ZodString>;
    mustChangePassword: z.ZodOptional<z.ZodLiteral<true>>;
}, z.core.$strict>;

export const sharedDoseSchema: z.ZodObject<{
    format: z.ZodLiteral<"shared-dose/1">;
    id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
    number: z.ZodString;
    dose: z.ZodObject<{
        number: z.ZodInt;
        date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
        product: z.ZodString;
        lot: z.ZodString;
    }, z.core.$strict>;
    facility: z.ZodString;
    replaces: z.ZodOptional<z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>>;
}, z.core.$strict>;

export const sharingReceiptSchema: z.ZodObject<{
    id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
    state: z.ZodEnum<{
        "unknown-person": "unknown-person";
        taken: "taken";
    }>;
    receivedAt: z.ZodString;
    hash: z.ZodString;
}, z.core.$strict>;

export const signedDayReportSchema: z.ZodObject<{
    format: z.ZodLiteral<"signed-day-report/1">;
    facility: z.ZodString;
    date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
    jws: z.ZodUnion<readonly [
        z.ZodString,
        z.ZodObject<{
            payload: z.ZodString;
            protected: z.ZodString;
            header: z.ZodObject<{
                etsiU: z.ZodArray<z.ZodString>;
            }, z.core.$strict>;
            signature: z.ZodString;
        }, z.core.$strict>
    ]>;
}, z.core.$strict>;

export const signedRecordSchema: z.ZodObject<{
    format: z.ZodLiteral<"signed-record/1">;
    recordId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
    facility: z.ZodString;
    jws: z.ZodUnion<readonly [
        z.ZodString,
        z.ZodObject<{
            payload: z.ZodString;
            protected: z.ZodString;
            header: z.ZodObject<{
                etsiU: z.ZodArray<z.ZodString>;
            }, z.core.$strict>;
            signature: z.ZodString;
        }, z.core.$strict>
    ]>;
}, z.core.$strict>;

export const startUploadSchema: z.ZodObject<{
    bytes: z.ZodInt;
    mediaType: z.ZodEnum<{
        "application/pdf": "application/pdf";
        "image/jpeg": "image/jpeg";
        "image/png": "image/png";
    }>;
    sha256: z.ZodString;
}, z.core.$strict>;

export const submittedSchema: z.ZodObject<{
    id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
    reference: z.ZodString;
}, z.core.$strict>;

export const supplementFeedbackSchema: z.ZodObject<{
    note: z.ZodOptional<z.ZodString>;
    claimed: z.ZodOptional<z.ZodObject<{
        fullName: z.ZodOptional<z.ZodString>;
        birthDate: z.ZodOptional<z.ZodType<_tiemchung_core.PartialDate, string, z.core.$ZodTypeInternals<_tiemchung_core.PartialDate, string>>>;
        sex: z.ZodOptional<z.ZodEnum<{
            female: "female";
            male: "male";
            unknown: "unknown";
        }>>;
        identityDocument: z.ZodOptional<z.ZodDiscriminatedUnion<[
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
        ], "kind">>;
        doseNumber: z.ZodOptional<z.ZodInt>;
        doseDate: z.ZodOptional<z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>>;
        product: z.ZodOptional<z.ZodString>;
        lot: z.ZodOptional<z.ZodString>;
    }, z.core.$strict>>;
}, z.core.$strict>;

export const takeFeedbackSchema: z.ZodObject<{
    revision: z.ZodInt;
}, z.core.$strict>;

export const timestampedJwsSchema: z.ZodObject<{
    payload: z.ZodString;
    protected: z.ZodString;
    header: z.ZodObject<{
        etsiU: z.ZodArray<z.ZodString>;
    }, z.core.$strict>;
    signature: z.ZodString;
}, z.core.$strict>;

export const uploadSchema: z.ZodObject<{
    offset: z.ZodInt;
    bytes: z.ZodInt;
    evidence: z.ZodOptional<z.ZodObject<{
        id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        mediaType: z.ZodEnum<{
            "application/pdf": "application/pdf";
            "image/jpeg": "image/jpeg";
            "image/png": "image/png";
        }>;
        bytes: z.ZodInt;
        sha256: z.ZodString;
    }, z.core.$strict>>;
}, z.core.$strict>;

export const verificationBatchRequestSchema: z.ZodObject<{
    id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
    requests: z.ZodArray<z.ZodObject<{
        id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        number: z.ZodString;
        oldNumber: z.ZodOptional<z.ZodString>;
        fullName: z.ZodString;
        birthDate: z.ZodType<_tiemchung_core.PartialDate, string, z.core.$ZodTypeInternals<_tiemchung_core.PartialDate, string>>;
        sex: z.ZodEnum<{
            female: "female";
            male: "male";
            unknown: "unknown";
        }>;
        purpose: z.ZodLiteral<"vaccination-record">;
        officer: z.ZodString;
        consent: z.ZodObject<{
            form: z.ZodEnum<{
                paper: "paper";
                sms: "sms";
                vneid: "vneid";
            }>;
            reference: z.ZodString;
            at: z.ZodString;
            by: z.ZodEnum<{
                father: "father";
                guardian: "guardian";
                mother: "mother";
                self: "self";
            }>;
        }, z.core.$strict>;
    }, z.core.$strict>>;
}, z.core.$strict>;

export const verificationBatchSchema: z.ZodObject<{
    id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
    state: z.ZodEnum<{
        done: "done";
        pending: "pending";
    }>;
    results: z.ZodArray<z.ZodObject<{
        id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        outcome: z.ZodEnum<{
            "not-found": "not-found";
            match: "match";
            mismatch: "mismatch";
            unverifiable: "unverifiable";
        }>;
        mismatched: z.ZodArray<z.ZodEnum<{
            "birth-date": "birth-date";
            name: "name";
            number: "number";
            sex: "sex";
        }>>;
        at: z.ZodString;
        source: z.ZodString;
    }, z.core.$strict>>;
}, z.core.$strict>;

export const verificationRequestSchema: z.ZodObject<{
    id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
    number: z.ZodString;
    oldNumber: z.ZodOptional<z.ZodString>;
    fullName: z.ZodString;
    birthDate: z.ZodType<_tiemchung_core.PartialDate, string, z.core.$ZodTypeInternals<_tiemchung_core.PartialDate, string>>;
    sex: z.ZodEnum<{
        female: "female";
        male: "male";
        unknown: "unknown";
    }>;
    purpose: z.ZodLiteral<"vaccination-record">;
    officer: z.ZodString;
    consent: z.ZodObject<{
        form: z.ZodEnum<{
            paper: "paper";
            sms: "sms";
            vneid: "vneid";
        }>;
        reference: z.ZodString;
        at: z.ZodString;
        by: z.ZodEnum<{
            father: "father";
            guardian: "guardian";
            mother: "mother";
            self: "self";
        }>;
    }, z.core.$strict>;
}, z.core.$strict>;

export const verificationResultSchema: z.ZodObject<{
    id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
    outcome: z.ZodEnum<{
        "not-found": "not-found";
        match: "match";
        mismatch: "mismatch";
        unverifiable: "unverifiable";
    }>;
    mismatched: z.ZodArray<z.ZodEnum<{
        "birth-date": "birth-date";
        name: "name";
        number: "number";
        sex: "sex";
    }>>;
    at: z.ZodString;
    source: z.ZodString;
}, z.core.$strict>;

export const webhookEndpointSchema: z.ZodObject<{
    id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
    url: z.ZodString;
    unit: z.ZodString;
    secret: z.ZodOptional<z.ZodString>;
    delivered: z.ZodInt;
    waiting: z.ZodInt;
    givenUp: z.ZodInt;
}, z.core.$strict>;

export function pageSchema<Item extends z.ZodType>(item: Item): z.ZodObject<{
    items: z.ZodArray<Item>;
    next: z.ZodOptional<z.ZodString>;
}, z.core.$strict>;

export type ArchivedListDocument = z.infer<typeof archivedListSchema>;

export type ConsentEvidence = z.infer<typeof consentEvidenceSchema>;

export type CorrectionEventDocument = z.infer<typeof correctionEventSchema>;

export type DayReport = z.infer<typeof dayReportSchema>;

export type DayTally = z.infer<typeof tallySchema>;

export type FeedbackNotification = z.infer<typeof feedbackNotificationSchema>;

export type HandOverDocument = z.infer<typeof handOverListSchema>;

export type IdentityDayReport = z.infer<typeof identityDayReportSchema>;

export type IssueRequest = z.infer<typeof issueRequestSchema>;

export type IssuedCertificate = z.infer<typeof issuedCertificateSchema>;

export type MatchField = z.infer<typeof matchFieldSchema>;

export type MinutedRecords = z.infer<typeof minutedRecordsSchema>;

export type Minutes = z.infer<typeof minutesSchema>;

export type NoticedDose = z.infer<typeof noticedDoseSchema>;

export type OpenCaseClass = z.infer<typeof openCaseClassSchema>;

export type Problem = z.infer<typeof problemSchema>;

export type Receipt = z.infer<typeof receiptSchema>;

export type RegisterCorrection = z.infer<typeof registerCorrectionSchema>;

export type ReturnedDocument = z.infer<typeof returnedListSchema>;

export type Role = z.infer<typeof roleSchema>;

export type RollUp = z.infer<typeof rollUpSchema>;

export type RollUpRow = z.infer<typeof rollUpRowSchema>;

export type SealedRecordDocument = z.infer<typeof sealedRecordSchema>;

export type Session = z.infer<typeof sessionSchema>;

export type SharedDose = z.infer<typeof sharedDoseSchema>;

export type SharingReceipt = z.infer<typeof sharingReceiptSchema>;

export type SignedDayReport = z.infer<typeof signedDayReportSchema>;

export type SignedRecord = z.infer<typeof signedRecordSchema>;

export type StartUpload = z.infer<typeof startUploadSchema>;

export type TimestampedJws = z.infer<typeof timestampedJwsSchema>;

export type Upload = z.infer<typeof uploadSchema>;

export type VerificationBatch = z.infer<typeof verificationBatchSchema>;

export type VerificationBatchRequest = z.infer<typeof verificationBatchRequestSchema>;

export type VerificationRequest = z.infer<typeof verificationRequestSchema>;

export type VerificationResult = z.infer<typeof verificationResultSchema>;

export type WebhookEndpoint = z.infer<typeof webhookEndpointSchema>;

// Named above, but not exported.

const tallySchema: z.ZodObject<{
    byMinutes: z.ZodInt;
    sent: z.ZodInt;
    acknowledged: z.ZodInt;
    open: z.ZodRecord<z.ZodString, z.ZodInt>;
    given: z.ZodInt;
    entered: z.ZodInt;
    complete: z.ZodInt;
    settled: z.ZodInt;
    signed: z.ZodInt;
}, z.core.$strict>;
