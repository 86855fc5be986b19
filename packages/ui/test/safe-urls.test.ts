import { RuleTester } from 'eslint'
import { describe, it } from 'vitest'

import { safeUrls } from '../../../scripts/eslint/safe-urls.mjs'

RuleTester.describe = describe
RuleTester.it = it

const wrong = [
  'html`<a href=${href}></a>`',
  'html`<a href="${href}"></a>`',
  "html`<a href='/x/${href}'></a>`",
  'html`<a .href=${this.href}></a>`',
  'html`<a\n  href=${href ?? nothing}></a>`',
  'html`<a href=${disabled ? nothing : href}></a>`',
  'html`<img src=${user.avatar} />`',
  'html`<form action=${address}></form>`',
  'html`<button formaction=${address}></button>`',
  'html`<button .formAction=${address}></button>`',
  'html`<iframe srcdoc=${text}></iframe>`',
  'html`<haiilo-button href=${address}></haiilo-button>`',
  'svg`<a xlink:href=${address}></a>`',
  'const address = claims.url; html`<a href=${address}></a>`',
  'let address = safeHref(url, this); address = url; html`<a href=${address}></a>`',
  'function draw(address) { return html`<a href=${address}></a>` }',
  'html`<a href=${sanitize(href)}></a>`',
]

const right = [
  'html`<a href="#" class=${name}></a>`',
  'html`<a href=${safeHref(href, this)}></a>`',
  'html`<a href=${disabled ? nothing : safeHref(href, this)}></a>`',
  'const address = disabled ? nothing : safeHref(href, this); html`<a class=${name} href=${address}></a>`',
  'html`<p>href=${href}</p>`',
  'html`<haiilo-select .source=${source}></haiilo-select>`',
  'html`<a href=${"#menu"}></a>`',
]

new RuleTester().run('safe-urls', safeUrls, {
  valid: right,
  invalid: wrong.map((code) => ({ code, errors: [{ messageId: 'unsafe' }] })),
})
