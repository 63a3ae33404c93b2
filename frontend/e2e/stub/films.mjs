// Films of the stub catalogue: title | original | year | country | director | minutes | genres | rating | age | sources.
// Facts are common knowledge; "-" is unknown, as it often is in a real catalogue.
const table = `
Броненосец «Потёмкин»|-|1925|СССР|Сергей Эйзенштейн|75|драма, исторический|8.0|12|rutube+archive
Человек с киноаппаратом|-|1929|СССР|Дзига Вертов|68|документальный, экспериментальный|8.3|0|archive+rutube
Метрополис|Metropolis|1927|Германия|Фриц Ланг|153|фантастика, драма|8.3|12|archive
Носферату. Симфония ужаса|Nosferatu, eine Symphonie des Grauens|1922|Германия|Фридрих Вильгельм Мурнау|94|ужасы, фэнтези|7.9|12|archive+rutube
Кабинет доктора Калигари|Das Cabinet des Dr. Caligari|1920|Германия|Роберт Вине|76|ужасы, триллер|8.0|12|archive
Путешествие на Луну|Le Voyage dans la Lune|1902|Франция|Жорж Мельес|13|фантастика, приключения|8.1|0|archive
Паровоз «Генерал»|The General|1926|США|Бастер Китон, Клайд Брукман|79|комедия, приключения|8.1|6|archive+rutube
Шерлок-младший|Sherlock Jr.|1924|США|Бастер Китон|45|комедия, фэнтези|8.2|6|archive
Малыш|The Kid|1921|США|Чарльз Чаплин|68|комедия, драма|8.2|6|archive
Ночь живых мертвецов|Night of the Living Dead|1968|США|Джордж Ромеро|96|ужасы, триллер|7.8|16|archive+rutube
Его девушка Пятница|His Girl Friday|1940|США|Говард Хоукс|92|комедия, мелодрама|7.8|12|archive
Шарада|Charade|1963|США|Стэнли Донен|113|комедия, детектив, триллер|7.9|12|archive
Аэлита|-|1924|СССР|Яков Протазанов|113|фантастика, мелодрама|6.6|12|rutube
Земля|-|1930|СССР|Александр Довженко|75|драма|7.3|12|rutube+archive
Октябрь|-|1928|СССР|Сергей Эйзенштейн|103|исторический, драма|7.5|12|rutube
Стачка|-|1925|СССР|Сергей Эйзенштейн|82|драма|7.6|12|archive
Мать|-|1926|СССР|Всеволод Пудовкин|89|драма|7.5|12|rutube
Процесс|The Trial|1962|Франция|Орсон Уэллс|119|драма, триллер|7.7|16|archive
Детур|Detour|1945|США|Эдгар Ульмер|68|нуар, криминал|7.3|16|archive
Мёртв по прибытии|D.O.A.|1949|США|Рудольф Мате|83|нуар, триллер|7.2|16|archive
Странная любовь Марты Айверс|The Strange Love of Martha Ivers|1946|США|Льюис Майлстоун|116|нуар, драма|7.4|16|archive
Он бродил по ночам|He Walked by Night|1948|США|Альфред Уэркер|79|нуар, криминал|7.1|16|archive
Карнавал душ|Carnival of Souls|1962|США|Херк Харви|78|ужасы|7.0|16|archive+rutube
Дом на Призрачном холме|House on Haunted Hill|1959|США|Уильям Касл|75|ужасы|6.8|16|archive
Последний человек на Земле|The Last Man on Earth|1964|Италия|Убальдо Рагона|86|фантастика, ужасы|6.7|16|archive
План 9 из открытого космоса|Plan 9 from Outer Space|1957|США|Эд Вуд|79|фантастика, ужасы|3.9|12|archive
Страсти Жанны д’Арк|La Passion de Jeanne d’Arc|1928|Франция|Карл Теодор Дрейер|82|драма, исторический|8.1|16|archive
Нетерпимость|Intolerance|1916|США|Дэвид Уорк Гриффит|163|драма, исторический|7.6|16|archive
Алчность|Greed|1924|США|Эрих фон Штрогейм|140|драма|8.0|16|archive
Призрак Оперы|The Phantom of the Opera|1925|США|Руперт Джулиан|93|ужасы, мелодрама|7.5|12|archive+rutube
Затерянный мир|The Lost World|1925|США|Гарри Хойт|106|приключения, фантастика|7.0|6|archive
Знак Зорро|The Mark of Zorro|1920|США|Фред Нибло|79|приключения, вестерн|7.1|6|archive
Багдадский вор|The Thief of Bagdad|1924|США|Рауль Уолш|155|приключения, фэнтези|7.7|6|archive
Наконец в безопасности!|Safety Last!|1923|США|Фред Ньюмейер, Сэм Тейлор|73|комедия|8.1|6|archive
Наше гостеприимство|Our Hospitality|1923|США|Бастер Китон, Джек Блистоун|74|комедия|7.8|6|archive
Одна неделя|One Week|1920|США|Бастер Китон, Эдвард Клайн|25|комедия|8.1|0|archive
Полицейские|Cops|1922|США|Бастер Китон, Эдвард Клайн|18|комедия|7.7|0|archive
Иммигрант|The Immigrant|1917|США|Чарльз Чаплин|24|комедия|7.6|0|archive
Большое ограбление поезда|The Great Train Robbery|1903|США|Эдвин Портер|12|вестерн, криминал|7.2|6|archive
Полёт на Луну|-|-|-|-|-|мультфильм|-|-|rutube
Путешествие Гулливера|Gulliver’s Travels|1939|США|Дэйв Флейшер|76|мультфильм, приключения|6.6|0|archive+rutube
Приключения принца Ахмеда|Die Abenteuer des Prinzen Achmed|1926|Германия|Лотта Райнигер|65|мультфильм, фэнтези|7.7|6|archive
Голем, как он пришёл в мир|Der Golem, wie er in die Welt kam|1920|Германия|Пауль Вегенер|86|ужасы, фэнтези|7.2|12|archive
Последний человек|Der letzte Mann|1924|Германия|Фридрих Вильгельм Мурнау|90|драма|8.0|12|archive
Восход солнца|Sunrise: A Song of Two Humans|1927|США|Фридрих Вильгельм Мурнау|94|драма, мелодрама|8.1|12|archive
Страница безумия|狂った一頁|1926|Япония|Тэйноскэ Кинугаса|71|драма, экспериментальный|7.3|16|archive
Андалузский пёс|Un chien andalou|1929|Франция|Луис Бунюэль|16|экспериментальный|7.6|18|archive
Ведьмы|Häxan|1922|Швеция|Беньямин Кристенсен|105|документальный, ужасы|7.6|16|archive
Возница|Körkarlen|1921|Швеция|Виктор Шёстрём|107|драма, фэнтези|8.0|12|archive
Нанук с Севера|Nanook of the North|1922|США|Роберт Флаэрти|78|документальный|7.6|6|archive
Убийство в Гросс-Пойнт-роуд: неполная копия с очень длинным названием, как их называют загрузившие|-|-|-|-|64|детектив|-|-|rutube
Девушка с коробкой|-|1927|СССР|Борис Барнет|60|комедия, мелодрама|7.1|6|rutube
Третья Мещанская|-|1927|СССР|Абрам Роом|75|драма, мелодрама|7.3|16|rutube
Папиросница от Моссельпрома|-|1924|СССР|Юрий Желябужский|82|комедия|6.8|6|rutube
Необычайные приключения мистера Веста в стране большевиков|-|1924|СССР|Лев Кулешов|94|комедия, приключения|6.7|6|rutube+archive
По закону|-|1926|СССР|Лев Кулешов|80|драма|7.1|12|rutube
Новый Вавилон|-|1929|СССР|Григорий Козинцев, Леонид Трауберг|93|драма, исторический|7.1|12|rutube
Шинель|-|1926|СССР|Григорий Козинцев, Леонид Трауберг|73|драма|7.0|12|rutube
Турксиб|-|1929|СССР|Виктор Турин|57|документальный|7.3|0|archive
Белый зомби|White Zombie|1932|США|Виктор Гальперин|67|ужасы|6.3|12|archive
Мой слуга Годфри|My Man Godfrey|1936|США|Грегори Ла Кава|94|комедия, мелодрама|7.9|6|archive
Встречайте Джона Доу|Meet John Doe|1941|США|Фрэнк Капра|122|драма, комедия|7.6|6|archive
Бродяга|The Tramp|1915|США|Чарльз Чаплин|26|комедия|6.9|0|archive
Ураган|The Hitch-Hiker|1953|США|Айда Лупино|71|нуар, триллер|6.9|16|archive
`

const known = (text) => (text === '-' ? undefined : text)
const list = (text) => (text === '-' ? [] : text.split(', '))

function slugOf(original, id) {
  const words = (original ?? '').toLowerCase().replace(/[^a-z0-9]+/g, '-')
  return words.replace(/^-|-$/g, '') || `film-${id}`
}

function toMovie(line, index) {
  const [title, original, year, country, director, minutes, genres, rating, age, sources] = line.split('|')
  const id = index + 1
  const movie = {
    id,
    slug: slugOf(known(original), id),
    title,
    originalTitle: known(original),
    year: known(year) && Number(year),
    imageUrl: id % 13 === 0 ? undefined : `https://example.org/${id}.jpg`,
    views: Math.round(2_400_000 / (index + 1.5)) * (index % 3 ? 1 : 2),
    addedAt: new Date(Date.UTC(2026, 9, 1 + ((index * 17) % 45))).toISOString(),
    durationSeconds: known(minutes) && Number(minutes) * 60,
    genres: list(genres),
    rating: known(rating) && Number(rating),
    ageRating: known(age) && Number(age),
    isAvailable: id !== 16,
    sources: sources.split('+'),
  }
  const details = { countries: list(country), directors: list(director), ...detailsOf(movie) }
  return { summary: dropUnknown(movie), details: dropUnknown({ ...movie, ...details }) }
}

function detailsOf(movie) {
  const videos = movie.sources.map((source, index) => videoOf(movie, source, index))
  return {
    sourceUrl: videos[0].sourceUrl,
    description: movie.year && describe(movie),
    externalIds: movie.year ? { imdb: `tt00${10000 + movie.id}` } : {},
    isActive: true,
    videos,
  }
}

const describe = (movie) =>
  `«${movie.title}» — одна из тех картин, с которых начиналось кино: ${movie.genres.join(', ')}, ${movie.year} год.\n` +
  'Пленка много раз терялась, переписывалась и находилась снова, и теперь её можно посмотреть целиком. '.repeat(6)

function videoOf(movie, source, index) {
  const hash = (movie.id * 2654435761).toString(16).padStart(8, '0').slice(-8).repeat(4)
  const isRutube = source === 'rutube'
  return dropUnknown({
    id: movie.id * 10 + index,
    source,
    sourceUrl: isRutube ? `https://rutube.ru/video/${hash}/` : `https://archive.org/details/${movie.slug}`,
    embedUrl: isRutube ? `https://rutube.ru/play/embed/${hash}` : `https://archive.org/embed/${movie.slug}`,
    durationSeconds: movie.durationSeconds,
    views: movie.views,
    quality: isRutube ? '1080p' : undefined,
    author: isRutube
      ? { name: 'Киноархив', url: 'https://rutube.ru/channel/1234567/' }
      : { name: 'Prelinger', url: 'https://archive.org/details/prelinger' },
    availability: movie.isAvailable ? (index ? 'suspect' : 'ok') : 'gone',
    checkedAt: '2026-11-20T06:00:00Z',
    publishedAt: '2019-04-12T09:30:00Z',
  })
}

function dropUnknown(value) {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined))
}

export const films = table.trim().split('\n').map(toMovie)
