import { createSimulatedHost } from '@haiilo-kit/simulator'
import { describe, expect, it, vi, type TestContext } from 'vitest'
import { heightIs, loadFrame, settled, type FrameScene } from '../../test/load-frame.js'
import { watchPage, type PageActivity } from '../../test/watch-page.js'
import { createHaiiloHost } from '../connection/create-haiilo-host.js'
import type { HaiiloHost } from '../connection/haiilo-host.js'
import { observeHeight, type ObserveHeightOptions } from './observe-height.js'

const NOTHING: PageActivity = { observers: 0, listeners: 0, frames: 0, timers: 0 }

describe('the height', () => {
  const edges: [name: string, html: string, css: string, height: number][] = [
    ['an element', '<main></main>', 'main { height: 100px }', 100],
    [
      'the content above the element',
      '<header></header><main></main>',
      'header { height: 30px } main { height: 100px }',
      130,
    ],
    [
      'the element, without the content below it',
      '<main></main><footer></footer>',
      'footer { height: 30px } main { height: 100px }',
      100,
    ],
    ['the margin of the element', '<main></main>', 'main { height: 100px; margin: 7px 0 16px }', 123],
    [
      'the whole element if its bottom margin is negative',
      '<main></main>',
      'main { height: 100px; margin-bottom: -20px }',
      100,
    ],
    ['the margin of a last child', '<main><p></p></main>', 'p { height: 100px; margin: 0 0 16px }', 116],
    [
      'the margin of a last child of a last child',
      '<main><div><p></p></div></main>',
      'p { height: 100px; margin: 0 0 16px }',
      116,
    ],
    [
      'the larger of margins that collapse',
      '<main><p></p></main>',
      'p { height: 100px; margin: 0 0 16px } main { margin-bottom: 10px }',
      116,
    ],
    [
      'a margin inside a padding once',
      '<main><p></p></main>',
      'p { height: 100px; margin: 0 0 16px } main { padding-bottom: 5px }',
      121,
    ],
    [
      'a margin inside a grid once',
      '<main><p></p></main>',
      'p { height: 100px; margin: 0 0 16px } main { display: grid }',
      116,
    ],
    [
      'the margin before elements without a box',
      '<main><p></p><script></script><i hidden></i></main>',
      'p { height: 100px; margin: 0 0 16px }',
      116,
    ],
    [
      'the element, without a menu that extends below it',
      '<main><p></p><ul></ul></main>',
      'p { height: 100px; margin: 0 } ul { position: absolute; height: 500px; margin: 0 }',
      100,
    ],
    [
      'a float that extends below the element',
      '<main><p></p></main>',
      'p { float: left; height: 100px; margin: 0 } main { height: 20px }',
      100,
    ],
    [
      'content higher than its element',
      '<main><p></p></main>',
      'p { height: 300px; margin: 0 } main { height: 100% } html, body { height: 100% }',
      300,
    ],
    [
      'only the visible part of a scroll container',
      '<main><p></p></main>',
      'p { height: 300px; margin: 0 } main { height: 100px; overflow: auto }',
      100,
    ],
    [
      'only the visible part of an element with overflow: hidden',
      '<main><p></p></main>',
      'p { height: 300px; margin: 0 } main { height: 100px; overflow: hidden }',
      100,
    ],
    ['the body with its own margin', '<p></p>', 'p { height: 100px; margin: 0 } body { margin: 8px }', 116],
    [
      'the margin of a child that extends below the body',
      '<p></p>',
      'p { height: 100px; margin: 0 0 16px } body { margin: 8px; overflow: hidden }',
      124,
    ],
    ['an inline block', '<main></main>', 'main { display: inline-block; height: 100px; vertical-align: top }', 100],
    [
      'the blocks in an inline element, such as a component of a framework',
      '<main><p></p></main>',
      'main { display: inline } p { height: 100px; margin: 0 0 16px }',
      116,
    ],
    [
      'a component inside a component',
      '<main><app-menu><p></p></app-menu></main>',
      'p { height: 100px; margin: 0 0 16px }',
      116,
    ],
    [
      'an element without a box of its own',
      '<main><p></p></main>',
      'main { display: contents } p { height: 100px; margin: 0 0 16px }',
      116,
    ],
    [
      'a line, without the part of a letter that overflows it',
      '<main><p><b>Ag</b></p></main>',
      'p { font: 50px/20px serif; margin: 0 }',
      20,
    ],
    ['fractions of a pixel, rounded up', '<main></main>', 'main { height: 100.02px }', 101],
    ['the offset of a transform', '<main></main>', 'main { height: 100px; transform: translateY(10px) }', 110],
  ]
  const bodies = new Set(['the body with its own margin', 'the margin of a child that extends below the body'])
  it.for(edges)('includes %s', async ([name, html, css, height], test) => {
    const scene = await loadFrame(test, html, { css })
    scene.observe(bodies.has(name) ? 'body' : 'main')
    await heightIs(scene, height)
  })
})

describe('the options', () => {
  const options: [name: string, options: ObserveHeightOptions, height: number][] = [
    ['min', { min: 250 }, 250],
    ['min below the content', { min: 50 }, 100],
    ['max', { max: 80 }, 80],
    ['reserve', { reserve: 40 }, 140],
    ['reserve as a function', { reserve: () => 40 }, 140],
    ['reserve within max', { reserve: 400, max: 300 }, 300],
  ]
  it.for(options)('apply %s', async ([_, given, height], test) => {
    const scene = await loadFrame(test, '<main></main>', { css: 'main { height: 100px }' })
    scene.observe('main', given)
    await heightIs(scene, height)
  })

  it('apply to their own element', async (test) => {
    const scene = await loadFrame(test, '<main></main><aside></aside>', {
      css: 'main { height: 100px } aside { height: 100px }',
    })
    scene.observe('main', { reserve: 300 })
    scene.observe('aside', { max: 150 })
    await heightIs(scene, 400)
  })

  it('call the function `reserve` at each measurement', async (test) => {
    const scene = await loadFrame(test, '<main></main>', {
      css: 'main { height: 100px } dialog { position: absolute }',
    })
    scene.observe('main', { reserve: () => (scene.page.querySelector('dialog[open]') ? 200 : 0) })
    await heightIs(scene, 100)
    const dialog = scene.page.createElement('dialog')
    scene.page.body.append(dialog)
    dialog.show()
    await heightIs(scene, 300)
    dialog.close()
    await heightIs(scene, 100)
  })
})

describe('the height follows', () => {
  it('content that grows and shrinks', async (test) => {
    const scene = await loadFrame(test, '<main></main>', { css: 'main { height: 100px }' })
    scene.observe('main')
    await heightIs(scene, 100)
    scene.find('main').style.height = '400px'
    await heightIs(scene, 400)
    scene.find('main').style.height = '20px'
    await heightIs(scene, 20)
    await settled()
    expect(scene.heights()).toEqual([100, 400, 20])
  })

  const fixed =
    'html, body { height: 100% } main { height: 100px } header { height: 10px } .far { margin-bottom: 50px }'
  const pushes: [name: string, push: (scene: FrameScene) => unknown, height: number][] = [
    ['grows', ({ find }) => (find('header').style.height = '90px'), 190],
    ['moves away', ({ find }) => find('header').classList.add('far'), 160],
    [
      'gets a sibling',
      ({ find }) =>
        find('header').before(
          Object.assign(document.createElement('hr'), { style: 'height: 20px; margin: 0; border: 0' }),
        ),
      130,
    ],
    ['is removed', ({ find }) => find('header').remove(), 100],
    ['is hidden', ({ find }) => (find('header').hidden = true), 100],
  ]
  it.for(pushes)('content above it in a body of fixed height that %s', async ([_, push, height], test) => {
    const scene = await loadFrame(test, '<header></header><main></main>', { css: fixed })
    scene.observe('main')
    await heightIs(scene, 110)
    await settled()
    push(scene)
    await heightIs(scene, height)
  })

  it('a text above it in a body of fixed height', async (test) => {
    const scene = await loadFrame(test, 'soup<main></main>', {
      css: `${fixed} body { white-space: pre; font: 20px/20px serif }`,
    })
    scene.observe('main')
    await heightIs(scene, 120)
    await settled()
    scene.page.body.firstChild!.nodeValue = 'soup\nsalad'
    await heightIs(scene, 140)
  })

  it('content above it that changes only in its shadow tree', async (test) => {
    const scene = await loadFrame(test, '<app-bar></app-bar><main></main>', {
      css: `${fixed} app-bar { display: block }`,
    })
    const inner = scene.find('app-bar').attachShadow({ mode: 'closed' }).appendChild(scene.page.createElement('div'))
    inner.style.height = '10px'
    scene.observe('main')
    await heightIs(scene, 110)
    inner.style.height = '60px'
    await heightIs(scene, 160)
  })

  it('content that was added above it and grows later in its shadow tree', async (test) => {
    const scene = await loadFrame(test, '<main></main>', { css: `${fixed} app-bar { display: block }` })
    scene.observe('main')
    await heightIs(scene, 100)
    const bar = scene.page.createElement('app-bar')
    const inner = bar.attachShadow({ mode: 'open' }).appendChild(scene.page.createElement('div'))
    scene.find('main').before(bar)
    await settled()
    inner.style.height = '60px'
    await heightIs(scene, 160)
  })

  it('images when they load', async (test) => {
    const scene = await loadFrame(test, '<img><main></main>', { css: `${fixed} img { display: block }` })
    scene.observe('main')
    await heightIs(scene, 100)
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="50" height="70"/>'
    const image = scene.find('img') as HTMLImageElement
    image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
    await heightIs(scene, 170)
  })

  it('style sheets when they load', async (test) => {
    const scene = await loadFrame(test, '<main></main>', { css: 'main { height: 100px }' })
    scene.observe('main')
    await heightIs(scene, 100)
    const sheet = Object.assign(scene.page.createElement('link'), {
      rel: 'stylesheet',
      href: URL.createObjectURL(new Blob(['main { margin-bottom: 30px }'], { type: 'text/css' })),
    })
    scene.page.head.append(sheet)
    await heightIs(scene, 130)
  })

  it('an element that is hidden and shown again, and keeps the last height in between', async (test) => {
    const scene = await loadFrame(test, '<main></main>', { css: 'main { height: 100px }' })
    scene.observe('main')
    await heightIs(scene, 100)
    scene.find('main').hidden = true
    await settled()
    scene.find('main').style.height = '130px'
    await settled()
    expect(scene.heights()).toEqual([100])
    scene.find('main').hidden = false
    await heightIs(scene, 130)
  })

  it('an element that is removed and added again', async (test) => {
    const scene = await loadFrame(test, '<main></main>', { css: 'main { height: 100px }' })
    const main = scene.find('main')
    scene.observe('main')
    await heightIs(scene, 100)
    main.remove()
    await settled()
    expect(scene.heights()).toEqual([100])
    main.style.height = '70px'
    scene.page.body.append(main)
    await heightIs(scene, 70)
  })

  it('a component with a property `host` that is removed and added again', async (test) => {
    const scene = await loadFrame(test, '<main></main>', { css: 'main { height: 100px }' })
    const main = Object.assign(scene.find('main'), { host: scene.host })
    const errors: string[] = []
    scene.view.addEventListener('error', ({ message }) => errors.push(message))
    scene.observe('main')
    await heightIs(scene, 100)
    main.remove()
    await settled()
    main.style.height = '70px'
    scene.page.body.append(main)
    await heightIs(scene, 70)
    expect(errors).toEqual([])
  })

  it('an element that is not in the page yet', async (test) => {
    const scene = await loadFrame(test, '')
    const main = scene.page.createElement('main')
    main.style.height = '100px'
    test.onTestFinished(observeHeight(scene.host, main))
    await settled()
    expect(scene.heights()).toEqual([])
    scene.page.body.append(main)
    await heightIs(scene, 100)
  })

  const motions: [name: string, start: (main: HTMLElement) => unknown][] = [
    ['a transition', (main) => (main.className = 'slides')],
    ['an animation', (main) => (main.className = 'enters')],
    [
      'a scripted animation',
      (main) => {
        main.className = ''
        main.animate({ transform: ['translateY(40px)', 'none'] }, 100)
      },
    ],
  ]
  it.for(motions)('%s to its end', async ([_, start], test) => {
    const scene = await loadFrame(test, '<main class="away"></main><i></i>', {
      css: `main { height: 100px } .away { transform: translateY(40px) } .slides { transition: transform 0.1s }
        .enters { animation: enter 0.1s } @keyframes enter { from { transform: translateY(40px) } }
        i { animation: turn 1s infinite } @keyframes turn { to { transform: rotate(360deg) } }`,
    })
    scene.observe('main')
    await heightIs(scene, 140)
    start(scene.find('main'))
    await heightIs(scene, 100)
  })

  it('its element at any scroll position of the page', async (test) => {
    const scene = await loadFrame(test, '<main></main>', { css: 'main { height: 1000px }' })
    scene.observe('main', { max: 2000 })
    await heightIs(scene, 1000)
    scene.frame.style.maxHeight = '200px'
    scene.view.scrollTo(0, 300)
    scene.find('main').style.height = '1100.5px'
    await heightIs(scene, 1101)
    expect(scene.view.scrollY).toBe(300)
  })

  it('its element at any scroll position of the body', async (test) => {
    const css = 'main { height: 1000px } html, body { height: 100%; overflow: auto }'
    const scene = await loadFrame(test, '<main></main>', { css })
    scene.frame.style.maxHeight = '200px'
    scene.page.body.scrollTop = 300
    expect(scene.page.body.scrollTop).toBe(300)
    scene.observe('main')
    await heightIs(scene, 1000)
  })

  it('an element in a shadow tree', async (test) => {
    const scene = await loadFrame(test, '<app-root></app-root>', {
      css: 'app-root { display: block; padding-top: 10px }',
    })
    const root = scene.find('app-root').attachShadow({ mode: 'open' })
    const main = root.appendChild(scene.page.createElement('main'))
    main.style.height = '1000px'
    scene.frame.style.maxHeight = '200px'
    scene.view.scrollTo(0, 300)
    test.onTestFinished(observeHeight(scene.host, main))
    await heightIs(scene, 1010)
    main.style.height = '1200px'
    await heightIs(scene, 1210)
  })
})

describe('several elements', () => {
  it('send the lowest bottom edge, and keep the last height after the last one is stopped', async (test) => {
    const css = 'main { height: 100px } aside { height: 50px } p { height: 20px }'
    const scene = await loadFrame(test, '<main></main><aside></aside><p></p>', { css })
    const stopMain = scene.observe('main')
    const stopAside = scene.observe('aside')
    await heightIs(scene, 150)
    stopAside()
    await heightIs(scene, 100)
    stopMain()
    scene.find('main').style.height = '400px'
    await settled()
    expect(scene.heights()).toEqual([150, 100])
  })

  it('send the lowest bottom edge if two copies of the kit observe one each', async (test) => {
    const css = 'main { height: 100px } aside { height: 50px }'
    const scene = await loadFrame(test, '<main></main><aside></aside>', { css })
    const copy = (await import(/* @vite-ignore */ `${import.meta.resolve('./observe-height.ts')}?copy`)) as {
      readonly observeHeight: typeof observeHeight
    }
    expect(copy.observeHeight).not.toBe(observeHeight)
    test.onTestFinished(copy.observeHeight(scene.host, scene.find('aside')))
    scene.observe('main')
    await heightIs(scene, 150)
    await settled()
    expect(scene.heights().at(-1)).toBe(150)
  })

  it('of two hosts in one page are independent', async (test) => {
    const scene = await loadFrame(test, '<main></main><aside></aside>', {
      css: 'main { height: 100px } aside { height: 50px }',
    })
    const other = createSimulatedHost()
    const otherHost = createHaiiloHost(other.connect())
    test.onTestFinished(otherHost.close)
    test.onTestFinished(other.close)
    test.onTestFinished(observeHeight(otherHost, scene.find('aside')))
    scene.observe('main')
    await heightIs(scene, 100)
    await expect.poll(() => other.height).toBe(150)
  })
})

describe('overlays that dispatch events', () => {
  const css = `html { height: 100% } main { height: 100px } aside { position: absolute; top: 60px; height: 300px }
    nav { position: fixed; top: 0; height: 200px }`
  const load = (test: TestContext): Promise<FrameScene> =>
    loadFrame(test, '<main></main><aside></aside><nav></nav>', { css })
  const tell = ({ page, view }: FrameScene, detail: unknown): boolean =>
    page.dispatchEvent(new view.CustomEvent('haiilo-overlay', { detail }))

  it('increase the height while they are open', async (test) => {
    const scene = await load(test)
    scene.observe('main')
    await heightIs(scene, 100)
    tell(scene, { element: scene.find('aside'), open: true })
    await heightIs(scene, 360)
    scene.find('aside').style.height = '400px'
    await heightIs(scene, 460)
    tell(scene, { element: scene.find('aside'), open: false })
    await heightIs(scene, 100)
    await settled()
    expect(scene.heights()).toEqual([100, 360, 460, 100])
  })

  it('are requested each time that observing starts, so that an open one increases the height', async (test) => {
    const scene = await load(test)
    let requests = 0
    scene.page.addEventListener('haiilo-overlays', () => {
      requests += 1
      tell(scene, { element: scene.find('aside'), open: true })
    })
    const stop = scene.observe('main')
    scene.observe('nav')
    await heightIs(scene, 360)
    expect(requests).toBe(1)
    stop()
    await settled()
    expect(requests).toBe(1)
  })

  it('are requested again after a pause', async (test) => {
    const scene = await load(test)
    scene.observe('main')()
    await settled()
    scene.page.addEventListener('haiilo-overlays', () => tell(scene, { element: scene.find('aside'), open: true }))
    scene.observe('main')
    await heightIs(scene, 360)
  })

  it('count with the lowest bottom edge', async (test) => {
    const scene = await load(test)
    scene.observe('main')
    const [aside, nav] = [scene.find('aside'), scene.find('nav')]
    for (const element of [nav, aside, aside]) tell(scene, { element, open: true })
    await heightIs(scene, 360)
    tell(scene, { element: aside, open: false })
    await heightIs(scene, 200)
    tell(scene, { element: nav, open: false })
    await heightIs(scene, 100)
  })

  it('do not count after they are removed without an event', async (test) => {
    const scene = await load(test)
    scene.observe('main')
    const aside = scene.find('aside')
    tell(scene, { element: aside, open: true })
    await heightIs(scene, 360)
    aside.remove()
    await heightIs(scene, 100)
    scene.page.body.append(aside)
    await settled()
    expect(scene.heights()).toEqual([360, 100])
  })

  it('do not count after they are removed from a shadow tree', async (test) => {
    const scene = await load(test)
    scene.observe('main')
    const inner = scene.find('main').attachShadow({ mode: 'closed' }).appendChild(scene.page.createElement('div'))
    inner.style.cssText = 'position: fixed; top: 0; height: 250px'
    tell(scene, { element: inner, open: true })
    await heightIs(scene, 250)
    inner.remove()
    await heightIs(scene, 100)
  })

  it('do not depend on scroll positions', async (test) => {
    const scene = await loadFrame(test, '<main><div></div><dialog></dialog></main>', {
      css: `main { height: 100px; overflow: auto } div { height: 900px }
        dialog { position: absolute; inset: 40px 0 auto; height: 200px; max-height: none; margin: 0; padding: 0;
          border: 0 }`,
    })
    const dialog = scene.find('dialog') as HTMLDialogElement
    scene.observe('main')
    scene.find('main').scrollTop = 500
    dialog.showModal()
    tell(scene, { element: dialog, open: true })
    await heightIs(scene, 240)
    await settled()
    expect(scene.heights().at(-1)).toBe(240)
  })

  it('count for every host of the page', async (test) => {
    const scene = await load(test)
    const other = createSimulatedHost()
    const otherHost = createHaiiloHost(other.connect())
    test.onTestFinished(otherHost.close)
    test.onTestFinished(other.close)
    test.onTestFinished(observeHeight(otherHost, scene.find('main')))
    scene.observe('main')
    tell(scene, { element: scene.find('aside'), open: true })
    await heightIs(scene, 360)
    await expect.poll(() => other.height).toBe(360)
  })

  it('are reported as a loop if they grow with the frame', async (test) => {
    const scene = await load(test)
    scene.find('aside').style.height = '100vh'
    scene.observe('main')
    tell(scene, { element: scene.find('aside'), open: true })
    await expect.poll(() => scene.warnings.map(({ code }) => code), { timeout: 5000 }).toEqual(['ERR_HEIGHT_LOOP'])
    expect(scene.warnings[0]?.message).toContain('aside { height: 100vh')
  })

  it('are ignored while nothing is observed, and are not remembered', async (test) => {
    const scene = await load(test)
    const left = watchPage(scene.view)
    const stop = scene.observe('main')
    await heightIs(scene, 100)
    tell(scene, { element: scene.find('aside'), open: true })
    await heightIs(scene, 360)
    stop()
    expect(left()).toEqual(NOTHING)
    tell(scene, { element: scene.find('aside'), open: true })
    expect(left()).toEqual(NOTHING)
    await settled()
    expect(scene.heights()).toEqual([100, 360])
  })

  const foreign: [name: string, detail: unknown][] = [
    ['nothing', undefined],
    ['null', null],
    ['a text', 'aside'],
    ['an element alone', ({ find }: FrameScene) => find('aside')],
    ['a selector', { element: 'aside', open: true }],
    ['what looks like an element', { element: { nodeType: 1, localName: 'aside', isConnected: true }, open: true }],
    ['the document', ({ page }: FrameScene) => ({ element: page, open: true })],
    ['<html>', ({ page }: FrameScene) => ({ element: page.documentElement, open: true })],
    ['an element of another page', { element: document.body, open: true }],
    ['an element of no page', ({ page }: FrameScene) => ({ element: page.createElement('p'), open: true })],
    ['an overlay that never opened', ({ find }: FrameScene) => ({ element: find('aside'), open: false })],
  ]
  it.for(foreign)('are not %s', async ([_, detail], test) => {
    const scene = await load(test)
    scene.observe('main')
    await heightIs(scene, 100)
    tell(scene, typeof detail === 'function' ? (detail as (scene: FrameScene) => unknown)(scene) : detail)
    scene.page.dispatchEvent(new scene.view.Event('haiilo-overlay'))
    await settled()
    scene.find('main').style.height = '90px'
    await heightIs(scene, 90)
    expect(scene.heights()).toEqual([100, 90])
  })
})

describe('messages', () => {
  it('are at most one per frame, and the last one is correct, after a thousand changes', async (test) => {
    const scene = await loadFrame(test, '<main></main>', { css: 'main { height: 100px }' })
    const main = scene.find('main')
    const perFrame: number[] = []
    let counting = true
    const nextFrame = (): void => {
      perFrame.push(0)
      if (counting) scene.view.requestAnimationFrame(nextFrame)
    }
    nextFrame()
    scene.home.subscribe(() => (perFrame[perFrame.length - 1]! += 1))
    scene.observe('main')
    for (let change = 1; change <= 1000; change += 1) {
      main.style.height = `${100 + ((change * 37) % 500)}px`
      if (change % 20 === 0) await (change % 40 ? new Promise(requestAnimationFrame) : Promise.resolve())
    }
    main.style.height = '333px'
    await heightIs(scene, 333)
    await settled()
    counting = false
    expect(scene.heights().at(-1)).toBe(333)
    expect(Math.max(...perFrame)).toBe(1)
  })

  it('do not repeat a height, even if the element is observed again', async (test) => {
    const scene = await loadFrame(test, '<main></main>', { css: 'main { height: 100px }' })
    const stop = scene.observe('main')
    await heightIs(scene, 100)
    stop()
    scene.observe('main')
    await settled()
    scene.find('main').style.height = '99.5px'
    await settled()
    expect(scene.heights()).toEqual([100])
  })

  it('wait for the handshake, and then have only the last height', async (test) => {
    const scene = await loadFrame(test, '<main></main>', { css: 'main { height: 100px }', ready: false })
    scene.home.setLatency(500)
    scene.observe('main')
    await settled()
    scene.find('main').style.height = '140px'
    await settled()
    expect(scene.host.getSnapshot().status).toBe('connecting')
    await heightIs(scene, 140)
    expect(scene.heights()).toEqual([140])
  })

  it('are sent without animation frames, as in a hidden page', async (test) => {
    const scene = await loadFrame(test, '<main></main>', { css: 'main { height: 100px }' })
    scene.view.requestAnimationFrame = () => 1
    scene.observe('main')
    await heightIs(scene, 100)
    scene.find('main').style.height = '140px'
    await heightIs(scene, 140)
  })

  it('are not sent for a page without layout', async (test) => {
    const scene = await loadFrame(test, '<main></main>', { css: 'main { height: 100px }' })
    scene.frame.hidden = true
    scene.observe('main')
    await settled()
    expect(scene.heights()).toEqual([])
    scene.frame.hidden = false
    await heightIs(scene, 100)
  })
})

describe('stopping', () => {
  it('the last element leaves no observer, listener, frame or timer', async (test) => {
    const scene = await loadFrame(test, '<main></main><aside></aside>', { css: 'main { height: 100px }' })
    const left = watchPage(scene.view)
    const stops = [scene.observe('main'), scene.observe('main'), scene.observe('aside')]
    await heightIs(scene, 100)
    expect(left()).toMatchObject({ observers: 2, listeners: 6 })
    scene.find('main').style.height = '110px'
    for (const stop of stops) {
      stop()
      stop()
    }
    expect(left()).toEqual(NOTHING)
    await settled()
    expect(scene.heights()).toEqual([100])
  })

  it('one element twice does not affect the others', async (test) => {
    const scene = await loadFrame(test, '<main></main>', { css: 'main { height: 100px }' })
    const stop = scene.observe('main')
    scene.observe('main')
    stop()
    stop()
    await heightIs(scene, 100)
  })

  it('close() also drops a delayed height, and retry() continues', async (test) => {
    const scene = await loadFrame(test, '<header></header><main></main>', {
      css: 'header { height: 16px } main { height: 100vh }',
    })
    const left = watchPage(scene.view)
    scene.observe('main')
    // the first three reactions are sent immediately, the next one is delayed
    await vi.waitUntil(() => scene.heights().length >= 4, { interval: 5 })
    await settled()
    scene.host.close()
    const count = scene.heights().length
    expect(left()).toEqual(NOTHING)
    scene.find('main').style.height = '400px'
    await settled()
    expect(left()).toEqual(NOTHING)
    expect(scene.heights()).toHaveLength(count)
    scene.host.retry()
    await heightIs(scene, 416)
  })

  it('nothing is observed for a closed host', async (test) => {
    const scene = await loadFrame(test, '<main></main>', { css: 'main { height: 100px }' })
    scene.host.close()
    const left = watchPage(scene.view)
    scene.observe('main')
    expect(left()).toEqual(NOTHING)
    scene.host.retry()
    await heightIs(scene, 100)
  })

  it('retry() sends the height again, even if it is the same', async (test) => {
    const scene = await loadFrame(test, '<main></main>', { css: 'main { height: 100px }' })
    scene.observe('main')
    await heightIs(scene, 100)
    scene.host.close()
    scene.host.retry()
    await expect.poll(scene.heights).toEqual([100, 100])
    await settled()
    expect(scene.heights()).toEqual([100, 100])
  })

  it('a thousand times leaves nothing', async (test) => {
    const scene = await loadFrame(test, '<main></main>', { css: 'main { height: 100px }' })
    const left = watchPage(scene.view)
    let subscribed = 0
    const host: HaiiloHost = {
      ...scene.host,
      subscribe(listener) {
        const stop = scene.host.subscribe(listener)
        subscribed += 1
        return () => {
          subscribed -= 1
          stop()
        }
      },
    }
    for (let turn = 0; turn < 1000; turn += 1) {
      const stops = [observeHeight(host, scene.find('main')), observeHeight(host, scene.page.body)]
      expect(subscribed).toBe(1)
      for (const stop of stops) stop()
    }
    expect({ ...left(), subscribed }).toEqual({ ...NOTHING, subscribed: 0 })
  })
})

it.for([null, undefined, {}, 'main', document, document.documentElement])(
  'throws for %s instead of an element',
  async (element, test) => {
    const { host } = await loadFrame(test, '')
    expect(() => observeHeight(host, element as Element)).toThrow(TypeError)
  },
)
