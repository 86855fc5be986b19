import { describe, expect, it } from 'vitest'
import { heightIs, loadFrame, settled, type FrameScene } from '../../test/load-frame.js'

type Layout = readonly [name: string, html: string, css: string, height: number]

/** Lines of 20 px, blocks without margins, and a part with a fixed height. */
const BASE = `body { font: 16px/20px sans-serif } p, ul, figure { margin: 0; padding: 0 } i { display: block; width: 30px }
  i[class] { background: teal } .h40 { height: 40px } .h60 { height: 60px } .h96 { height: 96px } .h300 { height: 300px }`
/** Boxes have the height of the frame, 150 px, and their content overflows. */
const FULL = 'html, body, main { height: 100% }'
const GONE = '<i class="h300"></i>'

const floats: Layout[] = [
  ['an image that floats', '<main><img style="float:left;height:96px"><p>Ada</p></main>', '', 96],
  ['a float on the right', '<main><i class="h96 f"></i><p>Ada</p></main>', '.f { float: right }', 96],
  ['a float with a margin', '<main><i class="h96 f"></i><p>Ada</p></main>', '.f { float: left; margin: 4px }', 104],
  ['a float that comes last', '<main><p>Ada</p><i class="h96 f"></i></main>', '.f { float: left }', 116],
  ['only floats', '<main><i class="h96"></i><i class="h40"></i></main>', 'i { float: left }', 96],
  ['the higher of two floats', '<main><i class="h40"></i><i class="h96"></i></main>', 'i { float: left }', 96],
  ['a float in a child', '<main><section><i class="h96 f"></i>Ada</section></main>', '.f { float: left }', 96],
  [
    'a float beside a cleared one',
    '<main><i class="h96"></i><p>Ada</p></main>',
    'i { float: left } p { clear: both }',
    116,
  ],
  [
    'a float in a clearfix',
    '<main class="c"><i class="h96 f"></i></main>',
    '.f { float: left } .c::after { content: ""; display: table; clear: both }',
    96,
  ],
  [
    'a float behind the margin of a paragraph',
    '<main><i class="h40 f"></i><p>Ada</p></main>',
    '.f { float: left } p { margin-bottom: 50px }',
    70,
  ],
]

const overflow: Layout[] = [
  ['a text', `<main>${'Ada<br>'.repeat(12)}</main>`, FULL, 240],
  ['a text in a paragraph', `<main><p>${'Ada<br>'.repeat(12)}</p></main>`, FULL, 240],
  ['lines of broken height', `<main>${'Ada<br>'.repeat(10)}</main>`, `${FULL} main { line-height: 22.5px }`, 225],
  ['a text between elements', `<main><b>x</b>${'<br>Ada'.repeat(11)}<b>y</b></main>`, FULL, 240],
  ['a last inline element', '<main><i class="h300"></i><b>x</b></main>', FULL, 320],
  ['a last inline image', '<main><p>Ada</p><img style="height:300px;width:10px;vertical-align:top"></main>', FULL, 320],
  [
    'a last inline block',
    '<main><p>Ada</p><b></b></main>',
    `${FULL} b { display: inline-block; width: 9px; height: 300px; vertical-align: top }`,
    320,
  ],
  [
    'the first of two columns',
    `<main>${GONE}<i class="h40"></i></main>`,
    `${FULL} main { display: flex; align-items: flex-start }`,
    300,
  ],
  [
    'the last of two columns',
    `<main><i class="h40"></i>${GONE}</main>`,
    `${FULL} main { display: flex; align-items: flex-start }`,
    300,
  ],
  [
    'a column in a column',
    `<main><section>${GONE}</section><i class="h40"></i></main>`,
    `${FULL} main { display: flex } section { height: 100% }`,
    300,
  ],
  [
    'a grid',
    `<main>${GONE}<i class="h40"></i><i class="h40"></i></main>`,
    `${FULL} main { display: grid; grid-template: 100% / 1fr 1fr 1fr }`,
    300,
  ],
  [
    'columns of text',
    `<main><p>Ada</p>${GONE}<p>Ada</p></main>`,
    `${FULL} main { display: grid; grid-template: 40px / 1fr 1fr 1fr }`,
    300,
  ],
  [
    'a flex column that may not shrink',
    `<main>${GONE}<p>Ada</p></main>`,
    `${FULL} main { display: flex; flex-direction: column } * { flex: none }`,
    320,
  ],
  [
    'a flex column in reverse',
    `<main><p>Ada</p>${GONE}</main>`,
    'main { display: flex; flex-direction: column-reverse; height: 320px }',
    320,
  ],
  ['a box moved down', '<main><i class="h40 r"></i></main>', '.r { position: relative; top: 30px }', 70],
  [
    'a box moved down by a transform',
    '<main><i class="h40 r"></i><i></i></main>',
    '.r { transform: translateY(30px) }',
    70,
  ],
  [
    'a scaled box',
    '<main><i class="h40 r"></i></main>',
    '.r { width: 40px; transform: scale(2); transform-origin: 0 0 }',
    80,
  ],
  ['the overflow of a box without height', `<main><section>${GONE}</section></main>`, 'section { height: 0 }', 300],
  ['the margin of the lowest', '<main><p>Ada</p></main>', `${FULL} p { height: 300px; margin-bottom: 16px }`, 316],
  [
    'a table',
    `<main><table><tr><td>${GONE}<td>Ada</table></main>`,
    `${FULL} table, td { border-spacing: 0; padding: 0 }`,
    300,
  ],
  [
    'the caption below a table',
    '<main><table><caption>Ada</caption><tr><td class="h40"></table></main>',
    'table { border-spacing: 0 } td { padding: 0 } caption { caption-side: bottom }',
    60,
  ],
  ['a list', `<main><ul>${'<li>Ada</li>'.repeat(15)}</ul></main>`, FULL, 300],
  [
    'a fieldset',
    `<main><fieldset>${GONE}</fieldset></main>`,
    `${FULL} fieldset { margin: 0; border: 0; padding: 0; height: 50% }`,
    300,
  ],
  ['open details', `<main><details open><summary>Ada</summary>${GONE}</details></main>`, FULL, 320],
]

const generated: Layout[] = [
  [
    'content below generated content of an element without a box',
    `<main>${GONE}</main>`,
    'main { display: contents } main::before { content: ""; display: block; height: 20px }',
    320,
  ],
  [
    '::after',
    '<main><p>Ada</p></main>',
    'main { height: 20px } main::after { content: ""; display: block; width: 9px; height: 76px }',
    96,
  ],
  [
    '::after with a text',
    '<main><p>Ada</p></main>',
    'main { height: 10px } main::after { content: "more"; display: block }',
    40,
  ],
  [
    '::after of a child',
    '<main><p>Ada</p></main>',
    'p { height: 20px } p::after { content: ""; display: block; width: 9px; height: 76px }',
    96,
  ],
  [
    '::before that floats',
    '<main><p>Ada</p></main>',
    'main::before { content: ""; float: left; width: 9px; height: 96px }',
    96,
  ],
  [
    '::after in a layout of 100 %',
    `<main>${GONE}</main>`,
    `${FULL} main::after { content: ""; display: block; width: 9px; height: 20px }`,
    320,
  ],
  [
    'no ::after that is out of the flow',
    '<main><p>Ada</p></main>',
    'main { position: relative } main::after { content: ""; position: absolute; width: 9px; height: 76px }',
    20,
  ],
  ['no ::after without content', `<main>${GONE}</main>`, 'main::after { display: block; height: 20px }', 300],
]

const shadow = (inside: string, css = ''): string =>
  `<template shadowrootmode="open"><style>:host { display: block } p { margin: 0 } ${css}</style>${inside}</template>`
const tall = '<p style="height:300px;background:teal">x</p>'
const trees: Layout[] = [
  ['display: contents', `<main><section>${GONE}</section></main>`, `${FULL} section { display: contents }`, 300],
  [
    'a margin in display: contents',
    '<main><section><p>Ada</p></section></main>',
    'section { display: contents } p { margin-bottom: 16px }',
    36,
  ],
  [
    'a margin before an empty display: contents',
    '<main><p>Ada</p><section></section></main>',
    'section { display: contents } p { margin-bottom: 16px }',
    36,
  ],
  [
    'display: contents in display: contents',
    '<main><section><section><p>Ada</p></section></section></main>',
    'section { display: contents } p { margin-bottom: 16px }',
    36,
  ],
  [
    'the margin in a shadow tree',
    `<main><app-a>${shadow('<p style="height:100px;margin-bottom:16px">x</p>')}</app-a></main>`,
    '',
    116,
  ],
  ['overflow in a shadow tree', `<main><app-a>${shadow(tall, ':host { height: 20px }')}</app-a></main>`, '', 300],
  [
    'overflow in a shadow tree that is not last',
    `<main><app-a>${shadow(tall, ':host { height: 20px }')}</app-a><p>Ada</p></main>`,
    '',
    300,
  ],
  [
    'a shadow tree in a shadow tree',
    `<main><app-a>${shadow(`<app-b>${shadow(tall, ':host { height: 9px }')}</app-b>`, 'app-b { display: block; height: 9px }')}</app-a></main>`,
    '',
    300,
  ],
  [
    'slotted content',
    `<main><app-a>${shadow('<slot></slot>', ':host { height: 20px }')}${GONE}</app-a></main>`,
    '',
    300,
  ],
  [
    'the margin of slotted content',
    `<main><app-a>${shadow('<slot></slot>')}<p>Ada</p></app-a></main>`,
    'p { margin-bottom: 16px }',
    36,
  ],
  [
    'the fallback content of a slot',
    `<main><app-a>${shadow(`<slot>${tall}</slot>`, ':host { height: 20px }')}</app-a></main>`,
    '',
    300,
  ],
  ['no content without a slot', `<main><app-a>${shadow('<p>x</p>')}${GONE}</app-a></main>`, '', 20],
  [
    'a text in a slot',
    `<main><app-a>${shadow('<slot></slot>', ':host { height: 20px }')}${'Ada<br>'.repeat(12)}</app-a></main>`,
    '',
    240,
  ],
  [
    'a closed shadow tree that grows its host',
    `<main><app-a>${shadow(tall).replace('open', 'closed')}</app-a></main>`,
    '',
    300,
  ],
  [
    'overflow in a closed shadow tree',
    `<main><app-a>${shadow(tall, ':host { height: 20px }').replace('open', 'closed')}</app-a></main>`,
    '',
    300,
  ],
]

const unseen: Layout[] = [
  [
    'invisible overflow',
    `<main><section>${GONE}</section></main>`,
    'section { height: 20px } i { visibility: hidden }',
    20,
  ],
  [
    'invisible text that overflows',
    `<main><p>${'Ada<br>'.repeat(12)}</p></main>`,
    'p { height: 20px; visibility: hidden }',
    20,
  ],
  ['closed details', `<main><details><summary>Ada</summary>${GONE}</details></main>`, '', 20],
  [
    'the text of closed details',
    `<main><details><summary>Ada</summary>${'Ada<br>'.repeat(12)}</details></main>`,
    FULL,
    150,
  ],
  [
    'content-visibility: hidden',
    `<main><section>${GONE}</section><p>Ada</p></main>`,
    'section { content-visibility: hidden }',
    20,
  ],
  [
    'content-visibility: auto',
    `<main><section>${GONE}</section></main>`,
    'section { content-visibility: auto; height: 20px }',
    20,
  ],
  ['hidden until found', `<main><p>Ada</p><section hidden="until-found">${GONE}</section></main>`, '', 20],
  ['contain: paint', `<main><section>${GONE}</section></main>`, 'section { contain: paint; height: 20px }', 20],
  ['contain: strict', `<main><section>${GONE}</section></main>`, 'section { contain: strict; height: 20px }', 20],
  ['contain: content', `<main><section>${GONE}</section></main>`, 'section { contain: content; height: 20px }', 20],
  ['overflow: hidden', `<main><section>${GONE}</section></main>`, 'section { overflow: hidden; height: 20px }', 20],
  ['overflow: clip', `<main><section>${GONE}</section></main>`, 'section { overflow: clip; height: 20px }', 20],
  ['a clip-path', `<main><section>${GONE}</section></main>`, 'section { clip-path: inset(0); height: 20px }', 20],
  [
    'slotted content in a box that clips',
    `<main><app-a>${shadow('<div style="overflow:hidden;height:20px"><slot></slot></div>')}${GONE}</app-a></main>`,
    '',
    20,
  ],
  [
    'a margin in a box that clips',
    '<main><section><p>Ada</p></section></main>',
    'section { overflow: hidden; height: 20px } p { margin-bottom: 16px }',
    20,
  ],
  [
    'hidden elements at the end',
    `<main><p>Ada</p><i class="h300" hidden></i></main>`,
    'i[hidden] { display: none } p { margin-bottom: 16px }',
    36,
  ],
  [
    'an absolute menu',
    `<main><p>Ada</p><i class="h300 m"></i></main>`,
    'main { position: relative } .m { position: absolute }',
    20,
  ],
  ['a fixed hint', `<main><p>Ada</p><i class="h300 m"></i></main>`, '.m { position: fixed; top: 0 }', 20],
  [
    'the overflow of an SVG drawing',
    '<main><svg height="40" width="9" style="display:block;overflow:visible"><rect width="9" height="300"/></svg></main>',
    '',
    40,
  ],
  [
    'the scrolled content of a text field',
    `<main><textarea style="display:block;height:40px;box-sizing:border-box">${'Ada\n'.repeat(30)}</textarea></main>`,
    'textarea { margin: 0 }',
    40,
  ],
]

const zoomed: Layout[] = [
  ['zoom on the page', '<main><p>Ada</p></main>', 'html { zoom: 2 } p { margin-bottom: 16px }', 72],
  ['zoom in zoom', '<main><p>Ada</p></main>', 'html { zoom: 2 } main { zoom: 1.5 } p { margin-bottom: 16px }', 108],
  ['vertical text', '<main><p>Ada</p></main>', 'p { writing-mode: vertical-rl; height: 200px }', 200],
  ['zoom on the body', '<main><i class="h40"></i></main>', 'body { zoom: 2 }', 80],
  ['the margin under zoom', '<main><p>Ada</p></main>', 'body { zoom: 2 } p { margin-bottom: 16px }', 72],
  ['zoom on the content', '<main><p>Ada</p></main>', 'main { zoom: 2 } p { margin-bottom: 16px }', 72],
  [
    'overflow under zoom',
    `<main><section>${GONE}</section></main>`,
    'body { zoom: 1.5 } section { height: 20px }',
    450,
  ],
  ['lines under zoom', `<main>${'Ada<br>'.repeat(12)}</main>`, 'body { zoom: 2 } main { height: 20px }', 480],
  [
    'overflow under a transform that scales down',
    `<main><section>${GONE}</section></main>`,
    'main { transform: scale(0.5); transform-origin: 0 0; height: 40px } section { height: 20px }',
    150,
  ],
]

describe('the lowest painted edge', () => {
  it.for([...floats, ...overflow, ...generated, ...trees, ...zoomed])('counts %s', layout)
  it.for(unseen)('does not count %s', layout)

  async function layout([_, html, css, height]: Layout, test: Parameters<typeof loadFrame>[0]): Promise<void> {
    const scene = await loadFrame(test, html, { css: BASE + css })
    scene.observe('main')
    await heightIs(scene, height)
    await settled()
    expect(scene.heights().at(-1)).toBe(height)
    expect(scene.warnings).toEqual([])
  }
})

it('counts the part of an inline element below its line', async (test) => {
  const scene = await loadFrame(test, '<main><p>a <b>x</b></p></main>', {
    css: `${BASE} b { border-bottom: 30px solid }`,
  })
  scene.observe('main')
  await heightIs(scene, Math.ceil(scene.find('b').getBoundingClientRect().bottom))
})

describe('a change without a resize', () => {
  /** A part with a fixed height before another one, so that only its content can move the edge. */
  const css = `${BASE} app-a, app-b { display: block; height: 20px }`
  const html = '<main><app-a></app-a><p>Ada</p></main>'

  function attach(element: Element, content = '<div></div>'): HTMLElement {
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' })
    root.innerHTML = content
    return root.firstElementChild as HTMLElement
  }
  function grow(element: HTMLElement): void {
    element.style.cssText = 'height: 300px; background: teal'
  }

  const changes: [name: string, prepare: (scene: FrameScene) => (scene: FrameScene) => void][] = [
    [
      'in a shadow tree',
      ({ find }) => {
        const inner = attach(find('app-a'))
        return () => grow(inner)
      },
    ],
    [
      'in a shadow tree in a shadow tree',
      ({ find }) => {
        const inner = attach(attach(find('app-a'), '<app-b></app-b>'))
        return () => grow(inner)
      },
    ],
    [
      'in a shadow tree that joined later',
      () =>
        ({ find, page }) => {
          const late = page.createElement('app-b')
          const inner = attach(late)
          find('main').prepend(late)
          requestAnimationFrame(() => requestAnimationFrame(() => grow(inner)))
        },
    ],
    [
      'in a shadow tree that joined another one later',
      ({ find }) => {
        const outer = attach(find('app-a'))
        return ({ page }) => {
          const inner = attach(outer.appendChild(page.createElement('app-b')))
          requestAnimationFrame(() => requestAnimationFrame(() => grow(inner)))
        }
      },
    ],
    [
      'in an element that is defined later',
      () =>
        ({ view }) => {
          class Late extends view.HTMLElement {
            constructor() {
              super()
              grow(attach(this))
            }
          }
          view.customElements.define('app-a', Late)
        },
    ],
    [
      'in a slot',
      ({ find }) => {
        attach(find('app-a'), '<slot></slot>')
        return ({ page }) => grow(find('app-a').appendChild(page.createElement('div')))
      },
    ],
    [
      'by an image in a shadow tree',
      ({ find }) => {
        const image = attach(find('app-a'), '<img alt="" style="display: block">') as HTMLImageElement
        const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="50" height="300"/>'
        return () => (image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' })))
      },
    ],
    [
      'in a text',
      ({ find }) => {
        find('p').style.cssText = 'height: 20px; white-space: pre'
        return () => (find('p').firstChild!.nodeValue = 'Ada\n'.repeat(14))
      },
    ],
    [
      'by a check box',
      ({ find, page }) => {
        find('app-a').innerHTML = '<input type="checkbox"><div></div>'
        const style = page.head.appendChild(page.createElement('style'))
        style.textContent =
          'input { display: block; margin: 0; height: 20px } :checked + div { height: 280px; background: teal }'
        return () => (find('input') as HTMLInputElement).click()
      },
    ],
  ]
  it.for(changes)('is detected %s', async ([_, prepare], test) => {
    const scene = await loadFrame(test, html, { css })
    const change = prepare(scene)
    scene.observe('main')
    await heightIs(scene, 40)
    await settled()
    change(scene)
    await heightIs(scene, 300)
  })
})

describe('ten thousand elements', () => {
  const many = '<i class="h40"></i>'.repeat(10_000)
  const pages: [name: string, html: string, css: string][] = [
    ['in a row', `<main>${many}</main>`, ''],
    ['in a layout of 100 %', `<main>${many}</main>`, FULL],
    ['in rows', `<main>${`<section>${'<i class="h40"></i>'.repeat(10)}</section>`.repeat(1000)}</main>`, ''],
    ['beside the content', `${many}<main></main>`, ''],
    ['in a component', `<main>${shadow('<slot></slot>')}${many}</main>`, ''],
    ['in an element without a box', `<main><section>${many}</section></main>`, 'section { display: contents }'],
  ]
  it.for(pages)('%s: only few of them are visited per frame', async ([_, html, css], test) => {
    const scene = await loadFrame(test, html, { css: BASE + css })
    let looks = 0
    const original = scene.view.getComputedStyle
    scene.view.getComputedStyle = (...args) => {
      looks += 1
      return original(...args)
    }
    scene.observe('main', { max: 100_000 })
    await expect.poll(() => scene.heights().length).toBe(1)
    looks = 0
    const last = [...scene.page.querySelectorAll<HTMLElement>('i')].at(-1)!
    for (let frame = 0; frame < 5; frame += 1) {
      last.style.height = `${50 + frame}px`
      await new Promise(requestAnimationFrame)
    }
    await settled()
    expect(looks).toBeLessThan(5 * 30)
    expect(looks).toBeGreaterThan(0)
  })
})
