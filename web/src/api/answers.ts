/** Made by `npm run docs` from the schemas of the API; edit these instead. */
export interface Answers {
  /** Read a text and keep what it says. */
  readonly articles: {
    readonly items: readonly {
      readonly file: string;
      readonly outcome: "added" | "already there" | "stored unread" | "refused";
      readonly document: string | null;
      readonly published: string | null;
      readonly publishedFrom: string | null;
      readonly statements: number;
      readonly code: string | null;
      readonly message: string;
    }[];
    readonly next: null;
    readonly exit: number;
  };
  /** List what came into the store since a place in its log. */
  readonly changes: {
    readonly items: readonly {
      readonly sequence: number;
      readonly kind: "document" | "judgement" | "negotiation";
      readonly id: string;
    }[];
    readonly next: string | null;
    readonly at: number;
  };
  /** List what each side promised or set itself, with the deadline clock. */
  readonly commitments: {
    readonly negotiation: string;
    readonly asKnownOn: string;
    readonly about: string;
    readonly items: readonly {
      readonly item: {
        readonly id: string;
        readonly track: string;
        readonly issues: readonly string[];
        readonly parties: readonly string[];
        readonly what: string;
        readonly says: string;
        readonly when: {
          readonly earliest: string | null;
          readonly latest: string | null;
          readonly precision: string | null;
          readonly edtf: string | null;
        };
        readonly reports: readonly {
          readonly statement: string;
          readonly source: string;
          readonly publisher: string | null;
          readonly origin: string;
          readonly known: string;
          readonly voice: string;
          readonly orphaned: string | null;
          readonly score: number;
          readonly reason: string;
        }[];
        readonly outlets: readonly string[];
        readonly independent: number;
        readonly known: string;
        readonly lastKnown: string;
        readonly certainty: "certain" | "probable" | "possible" | "uncommitted";
        readonly quote: string;
        readonly reviewed: boolean;
        readonly withdrawn: string | null;
        readonly kind: "commitment";
        readonly type: string;
        readonly by: readonly string[];
        readonly to: readonly string[];
        readonly deadline: {
          readonly earliest: string | null;
          readonly latest: string | null;
          readonly precision: string | null;
          readonly edtf: string | null;
        } | null;
        readonly condition: string | null;
        readonly evidence: readonly {
          readonly id: string;
          readonly effect: string;
          readonly known: string;
          readonly valid: string;
          readonly statements: readonly string[];
          readonly why: string;
        }[];
      } | {
        readonly id: string;
        readonly track: string;
        readonly issues: readonly string[];
        readonly parties: readonly string[];
        readonly what: string;
        readonly says: string;
        readonly when: {
          readonly earliest: string | null;
          readonly latest: string | null;
          readonly precision: string | null;
          readonly edtf: string | null;
        };
        readonly reports: readonly {
          readonly statement: string;
          readonly source: string;
          readonly publisher: string | null;
          readonly origin: string;
          readonly known: string;
          readonly voice: string;
          readonly orphaned: string | null;
          readonly score: number;
          readonly reason: string;
        }[];
        readonly outlets: readonly string[];
        readonly independent: number;
        readonly known: string;
        readonly lastKnown: string;
        readonly certainty: "certain" | "probable" | "possible" | "uncommitted";
        readonly quote: string;
        readonly reviewed: boolean;
        readonly withdrawn: string | null;
        readonly kind: "proposal";
        readonly type: string;
        readonly by: readonly string[];
        readonly to: readonly string[];
        readonly deadline: {
          readonly earliest: string | null;
          readonly latest: string | null;
          readonly precision: string | null;
          readonly edtf: string | null;
        } | null;
        readonly status: "tabled" | "accepted" | "rejected" | "countered" | "withdrawn" | "lapsed";
        readonly life: readonly {
          readonly state: string;
          readonly at: string | null;
          readonly known: string;
          readonly why: string;
          readonly statements: readonly string[];
        }[];
      };
      readonly status: {
        readonly commitment: string;
        readonly asKnownOn: string;
        readonly about: string;
        readonly state: "pending" | "dormant" | "in progress" | "partly fulfilled" | "stalled" | "fulfilled" | "broken" | "withdrawn" | "superseded" | "overdue" | "lapsed";
        readonly why: string;
        readonly evidence: readonly string[];
        readonly evidenceStatus: string;
        readonly scheduleStatus: string;
        readonly level: number;
        readonly history: readonly {
          readonly state: "pending" | "dormant" | "in progress" | "partly fulfilled" | "stalled" | "fulfilled" | "broken" | "withdrawn" | "superseded" | "overdue" | "lapsed";
          readonly at: string;
          readonly evidence: string | null;
        }[];
      };
    }[];
    readonly next: string | null;
    readonly evidence: Readonly<Record<string, {
      readonly statement: string;
      readonly quote: string;
      readonly document: string;
      readonly start: number;
      readonly end: number;
      readonly publisher: string | null;
      readonly published: string | null;
      readonly title: string | null;
    }>>;
  };
  /** Show accounts that contradict one another, side by side with their owners, and which the record shows. */
  readonly contradictions: {
    readonly negotiation: string;
    readonly asKnownOn: string;
    readonly items: readonly {
      readonly id: string;
      readonly kind: "dates" | "places" | "happened" | "deadlines" | "readouts";
      readonly items: readonly string[];
      readonly about: string;
      readonly accounts: readonly {
        readonly value: string;
        readonly owners: readonly string[];
        readonly origins: readonly string[];
        readonly statements: readonly string[];
        readonly known: string;
        readonly lastKnown: string;
      }[];
      readonly chosen: {
        readonly value: string | null;
        readonly rule: string;
        readonly why: string;
      };
    }[];
    readonly next: string | null;
    readonly evidence: Readonly<Record<string, {
      readonly statement: string;
      readonly quote: string;
      readonly document: string;
      readonly start: number;
      readonly end: number;
      readonly publisher: string | null;
      readonly published: string | null;
      readonly title: string | null;
    }>>;
    readonly grades: Readonly<Record<string, string>>;
  };
  /** Open the words behind a line: their place in the source, who says so, the rule that read it. */
  readonly evidence: {
    readonly statement: {
      readonly id: string;
      readonly document: string;
    };
    readonly grade: string | null;
    readonly document: {
      readonly id: string;
      readonly publisher: string | null;
      readonly title: string | null;
      readonly url: string | null;
      readonly published: string | null;
    };
    readonly context: readonly {
      readonly before: string;
      readonly quote: string;
      readonly after: string;
      readonly start: number;
      readonly end: number;
    }[];
  };
  /** Show what happened to a line: reports, why they joined, every decision and undoing; without an id, all decisions. */
  readonly history: {
    readonly statement: string | null;
    readonly label: string;
    readonly items: readonly {
      readonly when: string;
      readonly what: string;
      readonly why: string;
      readonly id: string;
    }[];
    readonly judgements: readonly {
      readonly id: string;
      readonly who: string;
      readonly when: string;
      readonly why: string;
      readonly decision: {
        readonly type: string;
      };
      readonly inForce: boolean;
      readonly footing: "stands" | "handed-on" | "orphaned" | "missing";
      readonly heirs: readonly string[];
    }[];
    readonly next: string | null;
  };
  /** Show names that may mean one person, organisation, place or document, scored, and what was decided. */
  readonly identity: {
    readonly negotiation: string;
    readonly items: readonly {
      readonly kind: "person" | "organisation" | "place" | "document";
      readonly left: string;
      readonly right: string;
      readonly score: number;
      readonly reason: string;
      readonly answer: "same" | "different" | "unsure" | null;
      readonly decided: "by a person" | "follows" | null;
      readonly from: string | null;
      readonly to: string | null;
    }[];
    readonly next: string | null;
    readonly names: readonly {
      readonly name: string;
      readonly kind: "person" | "organisation" | "place" | "document";
      readonly code: string | null;
      readonly key: string | null;
      readonly post: boolean;
      readonly titles: readonly string[];
      readonly reports: number;
      readonly first: string;
      readonly last: string;
      readonly statement: string;
    }[];
    readonly identities: readonly {
      readonly name: string;
      readonly names: readonly string[];
      readonly from: string | null;
      readonly to: string | null;
    }[];
    readonly contested: readonly {
      readonly of: string;
      readonly by: Readonly<Record<string, readonly string[]>>;
    }[];
    readonly uses: readonly {
      readonly of: string;
      readonly party: string;
      readonly name: string;
      readonly reports: number;
      readonly outlets: readonly string[];
      readonly statement: string | null;
    }[];
    readonly offices: readonly {
      readonly code: string;
      readonly title: string;
      readonly holders: readonly {
        readonly name: string;
        readonly from: string | null;
        readonly to: string | null;
        readonly basis: "table" | "sources";
        readonly first: string;
        readonly last: string;
        readonly reports: number;
        readonly statement: string;
      }[];
    }[];
  };
  /** Show a job: how far it is, or what came out. `/events` behind it streams it (text/event-stream). */
  readonly job: {
    readonly id: string;
    readonly kind: "articles" | "rebuild";
    readonly state: "waiting" | "running" | "done" | "failed" | "cancelled";
    readonly done: number;
    readonly total: number;
    readonly created: string;
    readonly ended: string | null;
    readonly by: string | null;
    readonly result: unknown;
    readonly error: {
      readonly code: string;
      readonly what: string;
      readonly detail: string;
    } | null;
  };
  /** Decide about a line (accept, reject, correct, merge, split, annotate), about names (same, different), or grade a source. */
  readonly judge: {
    readonly items: readonly {
      readonly id: string;
      readonly who: string;
      readonly when: string;
      readonly why: string;
      readonly decision: {
        readonly type: string;
      };
    }[];
    readonly next: null;
    readonly left: number;
  };
  /** List the negotiations in the store. */
  readonly list: {
    readonly items: readonly {
      readonly id: string;
      readonly name: string;
      readonly parties: readonly string[];
      readonly tracks: readonly string[];
    }[];
    readonly next: string | null;
    readonly counts: {
      readonly documents: number;
      readonly statements: number;
    };
  };
  /** List what is marked limited or restricted. */
  readonly marks: {
    readonly items: readonly {
      readonly kind: "source" | "statement";
      readonly id: string;
      readonly handling: "public" | "limited" | "restricted";
      readonly documents: readonly string[];
    }[];
    readonly next: string | null;
  };
  /** Show who is signed in, and what they may do and see. */
  readonly me: {
    readonly name: string | null;
    readonly role: "reader" | "analyst" | "editor" | "admin" | null;
    readonly roles: Readonly<Record<string, "reader" | "analyst" | "editor" | "admin">>;
    readonly clearance: "public" | "limited" | "restricted";
    readonly csrf: string | null;
  };
  /** Show a model's file, and where the record holds each quote in it. */
  readonly "model-show": {
    readonly model: string;
    readonly title: string;
    readonly version: number;
    readonly known: string | null;
    readonly text: string;
    readonly links: readonly {
      readonly line: number;
      readonly words: string;
      readonly state: "stands" | "moved" | "unread" | "withdrawn" | "gone";
      readonly statement: string | null;
      readonly publisher: string | null;
      readonly published: string | null;
      readonly since: readonly {
        readonly statement: string;
        readonly text: string;
      }[];
    }[] | null;
    readonly follows: string;
  };
  /** Say what moved since a day: new, changed, corrected, withdrawn. */
  readonly moved: {
    readonly negotiation: string;
    readonly since: string;
    readonly asKnownOn: string;
    readonly items: readonly {
      readonly change: "new" | "changed" | "corrected" | "withdrawn";
      readonly track: string;
      readonly kind: string;
      readonly item: string;
      readonly text: string;
      readonly field: string | null;
      readonly before: string | null;
      readonly after: string | null;
      readonly evidence: readonly {
        readonly statement: string;
        readonly quote: string;
        readonly document: string;
        readonly start: number;
        readonly end: number;
        readonly publisher: string | null;
        readonly published: string | null;
        readonly title: string | null;
      }[];
    }[];
    readonly next: string | null;
  };
  /** Find words in the stored articles. */
  readonly search: {
    readonly items: readonly {
      readonly document: string;
      readonly title: string | null;
      readonly publisher: string | null;
      readonly published: string | null;
      readonly snippet: string;
      readonly marks: readonly (readonly [number, number])[];
    }[];
    readonly next: string | null;
    readonly total: number;
    readonly facets: {
      readonly outlets: readonly {
        readonly of: string | null;
        readonly count: number;
      }[];
      readonly years: readonly {
        readonly of: string | null;
        readonly count: number;
      }[];
    } | null;
    readonly complete: boolean;
  };
  /** Show how a negotiation is set up: parties, tracks, issues with their ladders, names per party. */
  readonly show: {
    readonly negotiation: {
      readonly id: string;
      readonly name: string;
      readonly parties: readonly {
        readonly code: string;
        readonly name: string;
        readonly role: "primary" | "secondary" | "third";
      }[];
      readonly tracks: readonly {
        readonly id: string;
        readonly name: string;
        readonly kind: string;
        readonly words: readonly string[];
      }[];
      readonly issues: readonly {
        readonly id: string;
        readonly name: string;
        readonly words: readonly string[];
        readonly ladder: readonly {
          readonly rung: number;
          readonly meaning: string;
          readonly words: readonly string[];
        }[];
      }[];
      readonly names: readonly {
        readonly of: string;
        readonly by: Readonly<Record<string, readonly string[]>>;
      }[];
      readonly aim: readonly string[];
    };
  };
  /** Show who the record rests on: outlets with grade, owner and country, copies, and one-sidedness. */
  readonly sources: {
    readonly negotiation: string;
    readonly asKnownOn: string;
    readonly items: readonly {
      readonly outlet: string;
      readonly grade: string | null;
      readonly owner: string | null;
      readonly control: string | null;
      readonly country: string | null;
      readonly articles: number;
      readonly copies: number;
      readonly reports: number;
      readonly first: string;
      readonly last: string;
    }[];
    readonly next: string | null;
    readonly scale: readonly {
      readonly code: string;
      readonly meaning: string;
    }[];
    readonly articles: number;
    readonly independent: number;
    readonly voices: readonly {
      readonly of: string;
      readonly share: number;
    }[];
    readonly countries: readonly {
      readonly of: string;
      readonly share: number;
    }[];
    readonly oneSided: string | null;
  };
  /** Say where the talks stand, per track, with evidence, confidence and what would change it. */
  readonly status: {
    readonly negotiation: string;
    readonly name: string;
    readonly asKnownOn: string;
    readonly about: string;
    readonly tracks: readonly {
      readonly track: string;
      readonly name: string;
      readonly kind: string;
      readonly state: "concluded" | "broken off" | "suspended" | "no recent evidence" | "deadlocked" | "stalled" | "progressing" | "slow" | "insufficient evidence";
      readonly since: {
        readonly earliest: string;
        readonly latest: string;
      } | null;
      readonly confidence: "high" | "moderate" | "low" | "none";
      readonly support: {
        readonly for: number;
        readonly of: number;
        readonly against: number;
        readonly sources: number;
      };
      readonly outlook: {
        readonly value: string;
        readonly why: string;
      };
      readonly nextMeeting: {
        readonly earliest: string;
        readonly latest: string;
        readonly place: string | null;
        readonly evidence: readonly {
          readonly statement: string;
          readonly quote: string;
          readonly document: string;
          readonly start: number;
          readonly end: number;
          readonly publisher: string | null;
          readonly published: string | null;
          readonly title: string | null;
        }[];
      } | null;
      readonly rule: {
        readonly id: string;
        readonly why: string;
        readonly tried: readonly {
          readonly rule: string;
          readonly why: string;
        }[];
      };
      readonly signals: readonly {
        readonly signal: string;
        readonly why: string;
        readonly evidence: readonly {
          readonly statement: string;
          readonly quote: string;
          readonly document: string;
          readonly start: number;
          readonly end: number;
          readonly publisher: string | null;
          readonly published: string | null;
          readonly title: string | null;
        }[];
      }[];
      readonly explanation: readonly {
        readonly text: string;
        readonly evidence: readonly {
          readonly statement: string;
          readonly quote: string;
          readonly document: string;
          readonly start: number;
          readonly end: number;
          readonly publisher: string | null;
          readonly published: string | null;
          readonly title: string | null;
        }[];
      }[];
      readonly wouldChange: readonly string[];
      readonly tone: {
        readonly value: number;
        readonly events: number;
      };
    }[];
    readonly outside: readonly {
      readonly text: string;
      readonly evidence: readonly {
        readonly statement: string;
        readonly quote: string;
        readonly document: string;
        readonly start: number;
        readonly end: number;
        readonly publisher: string | null;
        readonly published: string | null;
        readonly title: string | null;
      }[];
    }[];
    readonly basis: {
      readonly statements: number;
      readonly sources: number;
      readonly outlets: number;
      readonly lastPublished: string | null;
      readonly reviewed: number;
    };
    readonly settings: Readonly<Record<string, number>>;
  };
}
