// The pictures are taken by the tests' browser and server; script/picture runs this.
import config from './playwright.config';

export default { ...config, testMatch: 'pictures.ts' };
