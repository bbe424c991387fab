import { button, firstRun, goTo, useApp } from './app.ts';
import { expectReadable } from './checks.ts';

const app = useApp();

app.testInBothThemes('every step of the first run can be read', async (page) => {
  await button(page, 'Begin my diary').click();
  await button(page, 'Ask for other things').click();
  await expectReadable(page, 'conditions');
  await page.getByText('Eczema').click();
  await button(page, 'Next').click();
  await expectReadable(page, 'age');
  await page.getByText('18 to 59').click();
  await page.getByText('No, never').click();
  await button(page, 'Next').click();
  await page.getByText('Is almost all of your skin red?').click();
  await expectReadable(page, 'warning signs');
  await button(page, /This is true/u).click();
  await button(page, 'Open today').waitFor();
  await expectReadable(page, 'answers');
});

app.testInBothThemes('a locked app can be read, also after wrong codes', async (page) => {
  await firstRun(page);
  await goTo(page, 'settings', 'Settings');
  await page.getByLabel(/A code/u).fill('2580');
  await page.getByLabel('The same code once more').fill('2580');
  await button(page, 'Lock with this code').click();
  await page.getByText('Locked with a code.').waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Zonula is locked' }).waitFor();
  await expectReadable(page, 'locked');
  await page.getByText('I cannot open it any more').click();
  await expectReadable(page, 'no way in');
  for (let tries = 0; tries < 5; tries++) {
    await page.getByLabel('Your code').fill(`000${tries}`);
    await button(page, 'Open').click();
    await page.getByText(tries < 4 ? 'That was not it.' : /Too many wrong codes/u).waitFor();
  }
  await expectReadable(page, 'shut for a while');
});

app.testInBothThemes('what went wrong can be read', async (page) => {
  await firstRun(page);
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        // biome-ignore lint/suspicious/noExplicitAny: Node's types have no page.
        (globalThis as any).indexedDB.deleteDatabase('zonula').onsuccess = resolve;
      }),
  );
  await page.getByText('Another tab deleted this diary. Load the page again.').waitFor();
  await expectReadable(page, 'deleted');
});
