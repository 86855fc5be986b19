/** A manifest without findings. */
export const GOOD = `{
  "manifestVersion": "2.5.0",
  "pluginVersion": "1.0.0",
  "name": { "en": "Lunch", "de": "Mittag" },
  "description": { "en": "What is for lunch", "de": "Was es gibt" },
  "entryPoints": [
    {
      "id": "3f2b8c1e-5d4a-4b6f-9c7e-1a2b3c4d5e6f",
      "url": "index.html",
      "name": { "en": "Lunch", "de": "Mittag" },
      "description": { "en": "What is for lunch", "de": "Was es gibt" },
      "height": 350
    }
  ]
}
`

/** A manifest with one error in line 12. */
export const WRONG: string = GOOD.replace('"height": 350', '"height": "350"')

/** A manifest with one warning in line 12. */
export const DOUBTFUL: string = GOOD.replace('"height"', '"heigth"')

/** A manifest with one note in line 4. */
export const NOTEWORTHY: string = GOOD.replace('"name"', '"context": ["userId"],\n  "name"')

/** A value that has the format of a secret. */
export const SECRET = 'AKIAQ3EGTX7Z5OWN2LPB'
