// Words and phrases that the prose of this repository avoids, with the plain words to write instead. `scripts/check/prose.mjs` reads it.
// Prevents sentences that a busy engineer, or one who learned English as a second language, has to read twice.

/** Expressions are matched as whole words, in any case; a space also matches a line break. */
export const terms = [
  // old or literary words
  ['shall', 'must, or the present tense'],
  ['ought', 'should'],
  ['thus|hence|whence|thence', 'so'],
  ['whom', 'who, or a shorter sentence'],
  ['whoever|whosoever', 'anyone who, or name the person'],
  ['whatever', 'any, or "regardless of"'],
  ['anew|afresh', 'again'],
  ['alike', 'the same way, or both'],
  ['lest', 'so that … not'],
  ['upon', 'on'],
  ['amiss', 'wrong'],
  ['therein|wherein|thereof|whereof|thereby|whereby|hereby|herein', 'in it, of it, by it'],
  ['in vain', 'without effect'],
  ['for ever', 'forever'],
  ['dialogues?', 'dialog'],
  ['beget|betray|bespeak|behold|heed|forsake|amid|asunder', 'a common word'],
  ['rightly', 'correctly'],
  ['wrongly', 'incorrectly'],

  // two words for one term of the field
  ['end points?', 'endpoint'],
  ['back-ups?', 'backup'],

  // "except"
  ['save for|but for', 'except'],
  ['all else', 'everything else'],
  ['and no more', 'only'],
  ['nothing but', 'only'],

  // verbs that mean something else today
  ['tells?(?! apart)|told|telling(?! apart)', 'report, show, notify, say'],
  ['(?:is|are|was|were|be|being|been) asked', 'receives a request, is called'],
  ['asks? (?:after|for)|asked (?:after|for)|asking (?:after|for)', 'request, require, need'],
  ['bears?|bearing|bore', 'has, have'],
  ['stands|stood|standing|stand (?:in|at|beside|there|here|below|above)', 'is, or "is listed"'],
  ['lies|lying|lie (?:in|at|on|beside|next|below|above|there|here)', 'is in, is served from'],
  ['lacks?|lacked|lacking', 'has no, is missing'],
  ['mends?|mended|mending', 'fix'],
  ['hears?|hearing', 'receives, is notified'],
  ['speaks? (?:of|for)', 'describes, mentions'],
  ['dies|died', 'ends'],
  ['gives? (?:up|back)|gave (?:up|back)|given (?:up|back)|giving (?:up|back)', 'stop; return'],
  ['pass(?:es|ed|ing)? over', 'ignore'],
  ['heals?|healed', 'recovers'],
  ['judges?|judged|judging', 'check, validate'],
  ['complains?|complained|complaints?', 'reports an error, error'],

  // phrases
  ['of its own accord|of their own accord', 'unprompted, automatically'],
  ['at hand', 'available'],
  ['in hand', 'available, or in progress'],
  ['for good', 'permanently'],
  ['in the way', 'blocks, prevents'],
  ['in sight', 'visible'],
  ['in silence', 'silently'],
  ['in anger', 'as an error'],
  ['by heart', 'leave it out'],
  ['to the letter', 'exactly'],
  ['one day', 'later'],
  ['of old', 'earlier'],
  ['the likes?', 'the same, or name it'],
  ['comes? to nothing|came to nothing', 'has no effect, fails'],
  ['goes? out', 'is sent'],
  ['has it that', 'says that'],
  ['(?:is|are) held to', 'must meet'],
  ['nothing is said', 'there is no message'],
  ['(?:is|are) said(?! to)', 'is reported'],
  ['what (?:is|are|was|were) (?:no|not)', 'anything that is not'],
  ['(?:that|which|it) (?:is|are|was|were) no(?! longer| more| other)', 'is not a'],
  ['also (?:if|when)', 'even if, even when'],
  ['prevents? that(?=,? (?:an?|the|for|it|they|no)\\b)', 'prevents … from …ing'],
  ['what it is worth', 'whether it is valid'],
  ['(?:is|are|was|were) to be', 'must be, or the present tense'],
  ['takes? part', 'is used, participates'],
  ['has the say', 'decides'],
  ['nobody is', 'no one is, or name the thing'],
  ['as (?:an?|the) (?:\\w+ ){1,2}does', 'like a …'],
  ['a life', 'a lifetime'],
  ['with(?:out)? a word', 'without a message'],
  ['and so (?:does|do|is|are|has|have)', 'also'],

  // long for short
  ['in order to', 'to'],
  ['prior to', 'before'],
  ['subsequently', 'then, later'],
  ['utili[sz]es?|utili[sz]ed|utili[sz]ing', 'use'],
  ['due to the fact that', 'because'],
  ['in the event that', 'if'],

  // the project's own terms: see docs/glossary.md
  // not in paths, and not the quoted name of a view
  ['(?<!“)plugins?(?! Kit|/|”)', 'plug-in'],
  ['time-outs?', 'timeout'],
].map(([pattern, write]) => [`(?<![-\\w.])(?:${pattern.replaceAll(' ', '\\s+')})(?![-\\w])`, write])

/** Characters, about 30 words. */
export const LONGEST_SENTENCE = 190
